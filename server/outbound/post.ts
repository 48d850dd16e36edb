import { request as overHttp, type IncomingMessage } from 'node:http'
import { request as overHttps } from 'node:https'
import { assertMayDial, guardedLookup, targetOf } from './dialer.ts'

/** What a server said: its status and headers. Its body is not read. */
export interface Posted {
  readonly status: number
  readonly retryAfter: string | null
}

/**
 * POSTs a text to an `http:` or `https:` address through the dialer's rules. Redirects are answers like any other:
 * they are not followed.
 *
 * @throws NotDialled, or whatever the connection failed with
 */
export async function post(
  url: string,
  sent: { readonly body: string; readonly headers: Readonly<Record<string, string>>; readonly timeoutMs: number },
): Promise<Posted> {
  const secure = new URL(url).protocol === 'https:'
  assertMayDial(targetOf(url, secure ? 443 : 80))
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = (secure ? overHttps : overHttp)(
      url,
      {
        method: 'POST',
        // A connection of its own: one that was judged for another request is not taken up again.
        agent: false,
        lookup: guardedLookup,
        signal: AbortSignal.timeout(sent.timeoutMs),
        headers: { ...sent.headers, 'Content-Length': String(Buffer.byteLength(sent.body)) },
      },
      resolve,
    )
    request.on('error', reject)
    request.end(sent.body)
  })
  answer.destroy()
  return { status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] ?? null }
}

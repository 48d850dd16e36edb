import { HttpProblem } from './problem.ts'

/** A body as it was sent, and as JSON. */
export interface ReadBody {
  readonly bytes: Uint8Array
  readonly json: unknown
}

/**
 * Reads a JSON body of at most `limit` bytes; what is longer is not read to its end.
 *
 * @throws HttpProblem not-json, body-too-large
 */
export async function readBody(request: Request, limit: number): Promise<ReadBody> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(type)) throw new HttpProblem(415, 'not-json')
  const bytes = await readAtMost(request, limit)
  try {
    return { bytes, json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    // The parser's own words repeat what it stumbled over.
    throw new HttpProblem(400, 'not-json')
  }
}

async function readAtMost(request: Request, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  if (request.body === null) return new Uint8Array()
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length
    // Leaving the loop cancels the stream.
    if (length > limit) throw new HttpProblem(413, 'body-too-large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

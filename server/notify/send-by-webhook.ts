import { createHmac } from 'node:crypto'
import { post, type Posted } from '../outbound/post.ts'
import { SendFault, type Send } from './message.ts'

const timeoutMs = 10_000

/**
 * SMS by a webhook of the operator's: a POST of `{to, text, locale, reference}` with an `Idempotency-Key`. With a token
 * the header `X-Rightsdesk-Signature: t=<seconds>,v1=<hex>` carries HMAC-SHA-256 over `<seconds>.<body>`. No redirects.
 * What becomes of a message that was taken is reported under its `reference` (`desk bounce --sms`).
 */
export function sendByWebhook(
  gateway: { readonly url: string; readonly token: string | null },
  now: () => number,
): Send {
  const { url, token } = gateway
  return async ({ to, text, locale, idempotencyKey, token: reference }) => {
    const body = JSON.stringify({ to, text, locale, reference })
    const seconds = Math.floor(now() / 1_000)
    const signature = token === null ? null : createHmac('sha256', token).update(`${seconds}.${body}`).digest('hex')
    let answer: Posted
    try {
      answer = await post(url, {
        body,
        timeoutMs,
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': idempotencyKey,
          ...(signature === null ? {} : { 'X-Rightsdesk-Signature': `t=${seconds},v1=${signature}` }),
        },
      })
    } catch {
      throw new SendFault('sms_unreachable', true)
    }
    if (answer.status >= 200 && answer.status < 300) return
    // A gateway that moved: tried again until somebody sets its new address, and the number goes nowhere else.
    if (answer.status >= 300 && answer.status < 400) throw new SendFault('sms_unreachable', true)
    const retryAfter = Number(answer.retryAfter ?? '')
    if (answer.status === 429 || answer.status >= 500) {
      throw new SendFault('sms_busy', true, Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined)
    }
    throw new SendFault('sms_refused', false)
  }
}

import { createTransport } from 'nodemailer'
import { SendFault, type Send } from './message.ts'

const timeoutMs = 10_000

/** Mail by SMTP. The message id is the message's own, so that a second try is recognised as the same mail. */
export function sendBySmtp({ url, from }: { readonly url: string; readonly from: string }): Send {
  const transport = createTransport(url, { from })
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  Object.assign(transport.options, limits)
  const domain = from.split('@').at(-1)?.replace(/[^\w.-]/g, '') || 'localhost'
  return async ({ to, subject, text, locale, idempotencyKey }) => {
    const messageId = `<${idempotencyKey.replaceAll(':', '.')}@${domain}>`
    try {
      const headers = { 'Content-Language': locale, 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({ to, subject, text, messageId, headers })
    } catch (fault) {
      throw smtpFault(fault)
    }
  }
}

/** RFC 5321: 4yz may pass, 5yz will not. Without an answer at all, it may. */
function smtpFault(fault: unknown): SendFault {
  const status = typeof fault === 'object' && fault !== null && 'responseCode' in fault ? Number(fault.responseCode) : 0
  return status >= 500 ? new SendFault('mail_refused', false) : new SendFault('mail_unreachable', true)
}

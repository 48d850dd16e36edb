import type { Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'
import type { Config } from '../config.ts'
import { dial } from '../outbound/dialer.ts'
import { bounceAddressOf, messageIdOf } from './message-names.ts'
import { SendFault, type Send } from './message.ts'

const timeoutMs = 10_000

/**
 * Mail by SMTP. The message id is the message's own, so that a second try is recognised as the same mail and a report
 * about it finds it. Where a server can do so (RFC 3461), what bounces comes back without the words of the message.
 */
export function sendBySmtp({ url, from, bounces }: NonNullable<Config['smtp']>): Send {
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const transport = createTransport({ url, ...limits, getSocket: dialled }, { from })
  const domain = from.split('@').at(-1)?.replace(/[^\w.-]/g, '') || 'localhost'
  return async ({ to, subject, text, locale, token }) => {
    const envelope = bounces === null ? {} : { envelope: { from: bounceAddressOf(bounces, token), to } }
    try {
      const headers = { 'Content-Language': locale, 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({
        to, subject, text, headers, ...envelope,
        messageId: messageIdOf(token, domain),
        dsn: { id: token, return: 'headers' },
      })
    } catch (fault) {
      throw smtpFault(fault)
    }
  }
}

/** The connection is made by the dialer's rules; TLS over it stays nodemailer's, which checks the host's name. */
function dialled(
  { host, port, secure }: SMTPTransport.Options,
  done: (fault: Error | null, socket: { connection: Socket } | false) => void,
): void {
  const usualPort = secure === true ? 465 : 587
  const socket = dial({ host: host ?? 'localhost', port: port === undefined ? usualPort : Number(port) })
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error('timeout')))
  socket.once('error', (fault) => done(fault, false))
  socket.once('connect', () => {
    socket.setTimeout(0)
    socket.removeAllListeners('error')
    done(null, { connection: socket })
  })
}

/** RFC 5321: 4yz may pass, 5yz will not. Without an answer at all, it may. */
function smtpFault(fault: unknown): SendFault {
  const status = typeof fault === 'object' && fault !== null && 'responseCode' in fault ? Number(fault.responseCode) : 0
  return status >= 500 ? new SendFault('mail_refused', false) : new SendFault('mail_unreachable', true)
}

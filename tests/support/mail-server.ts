import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { sendBySmtp } from '#server/notify/send-by-smtp.ts'

/** A mail server that keeps what it was given, or refuses every recipient with a code. Close it when the test ends. */
export async function mailServer(refuseWith: number | null = null, bounces: string | null = null) {
  const mails: string[] = []
  /** Each mail's envelope, as MAIL FROM said it. */
  const senders: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(refuseWith === null ? null : Object.assign(new Error('no such person: chen.jing'), { responseCode: refuseWith }))
    },
    onData(stream, { envelope }, done) {
      senders.push(envelope.mailFrom === false ? '' : envelope.mailFrom.address)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    senders,
    send: sendBySmtp({ url: `smtp://127.0.0.1:${port}`, from: 'desk@example.org', bounces }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The text of a mail that was sent as base64. */
export const mailText = (mail: string): string =>
  Buffer.from(mail.split('\r\n\r\n').slice(1).join(), 'base64').toString('utf8')

/** One message, ready to go. It exists in memory only. */
export interface Message {
  /** E.164 or an e-mail address. */
  readonly to: string
  /** For mail. */
  readonly subject: string
  readonly text: string
  readonly locale: string
  /** Stable over every try: who receives it twice can tell. */
  readonly idempotencyKey: string
  /** What a report about it names it by (`messageToken`). */
  readonly token: string
}

/** One way out of the house. @throws SendFault */
export type Send = (message: Message) => Promise<void>

/** A message did not go. `code` is ours, never what the other side said: that may quote the message. */
export class SendFault extends Error {
  readonly code: string
  /** Trying again may help. */
  readonly again: boolean
  readonly retryAfter: number | undefined

  constructor(code: string, again: boolean, retryAfter?: number) {
    super(code)
    this.name = 'SendFault'
    this.code = code
    this.again = again
    this.retryAfter = retryAfter
  }
}

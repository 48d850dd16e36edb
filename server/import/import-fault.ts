/** A file that can not be imported at all: nothing of it was loaded. The message is one line and holds no value. */
export class ImportFault extends Error {
  /** A code: `not_utf8`, `quote_not_closed`, … */
  readonly reason: string

  constructor(reason: string, message: string) {
    super(message)
    this.name = 'ImportFault'
    this.reason = reason
  }
}

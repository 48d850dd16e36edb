/** The link in one message by which the copy of an access request is fetched. Times are epoch ms. */
export interface CopyLinkRecord {
  /** The message's own id. */
  readonly id: string
  readonly requestId: string
  readonly tokenSha256: Uint8Array
  /** The language of its page and of what is fetched. */
  readonly locale: string
  readonly madeAt: number
  readonly openedAt: number | null
  /** When a copy was last made and handed over by it, whole or not. */
  readonly handedAt: number | null
}

export interface CopyStore {
  add(link: CopyLinkRecord): Promise<void>
  byToken(tokenSha256: Uint8Array): Promise<CopyLinkRecord | null>
  /** Every link of a request, the newest first. */
  ofRequest(requestId: string): Promise<readonly CopyLinkRecord[]>
  /** Notes when it was opened first; whether this was the first time. */
  open(id: string, now: number): Promise<boolean>
  noteHanded(id: string, now: number): Promise<void>
}

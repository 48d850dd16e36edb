import type { ScriptId } from '#domain/script/script.ts'

/** The link in one message by which a consequence that was told in writing is read. Times are epoch ms. */
export interface ReadingLinkRecord {
  /** The message's own id. */
  readonly id: string
  readonly requestId: string
  readonly tokenSha256: Uint8Array
  readonly scriptId: ScriptId
  readonly scriptVersion: string
  readonly locale: string
  /** The services that the words name; none where the contact is not surely the person's own. */
  readonly services: readonly string[]
  /** Days to change one's mind, as they were told. */
  readonly days: number
  readonly writtenAt: number
  readonly expiresAt: number
  readonly openedAt: number | null
}

export interface ReadingStore {
  add(link: ReadingLinkRecord): Promise<void>
  get(id: string): Promise<ReadingLinkRecord | null>
  /** The newest of a request. */
  ofRequest(requestId: string): Promise<ReadingLinkRecord | null>
  byToken(tokenSha256: Uint8Array): Promise<ReadingLinkRecord | null>
  /** Notes when it was opened first; whether this was the first time. */
  open(id: string, now: number): Promise<boolean>
}

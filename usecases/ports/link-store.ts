/** A link by which whoever holds a contact on file says that it is them, once. Times are epoch ms. */
export interface OneTimeLinkRecord {
  /** The id of the message that carries it. */
  readonly id: string
  readonly tokenSha256: Uint8Array
  /** The attempt of a call that it belongs to; null about a case. */
  readonly verificationId: string | null
  /** The case that it is about; null in a call. */
  readonly requestId: string | null
  readonly subjectId: string
  /** The contact on file that it went to. */
  readonly identifierId: string
  readonly sentAt: number
  readonly expiresAt: number
  /** `refused`: they did not ask for this. `superseded`: a newer one went in its place. */
  readonly outcome: 'pending' | 'confirmed' | 'refused' | 'superseded'
  readonly endedAt: number | null
}

export interface LinkStore {
  add(link: OneTimeLinkRecord): Promise<void>
  get(id: string): Promise<OneTimeLinkRecord | null>
  byToken(tokenSha256: Uint8Array): Promise<OneTimeLinkRecord | null>
  ofVerification(verificationId: string): Promise<OneTimeLinkRecord | null>
  /** Those about a case, newest first. */
  ofRequest(requestId: string): Promise<readonly OneTimeLinkRecord[]>
  /** How many went to a contact since a time. */
  sentTo(identifierId: string, since: number): Promise<number>
  /** Ends a pending link once; false when somebody did already. */
  end(id: string, outcome: 'confirmed' | 'refused' | 'superseded', now: number): Promise<boolean>
}

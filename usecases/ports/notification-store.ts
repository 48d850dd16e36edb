/** A message to a person. Its text is rendered where it is sent and is stored nowhere. */
export interface NotificationRecord {
  readonly id: string
  readonly channel: 'sms' | 'email'
  readonly template: string
  readonly locale: string
  readonly subjectId: string | null
  /** The contact on file that it goes to. */
  readonly identifierId: string | null
  /** Or a sealed contact that outlives the subject's key. */
  readonly sealedId: string | null
  readonly requestId: string | null
  readonly verificationId: string | null
  readonly state: 'queued' | 'sent' | 'failed'
  readonly createdAt: number
  readonly sentAt: number | null
  /** A code, never a mail server's words. */
  readonly fault: string | null
}

export interface NotificationStore {
  add(notification: NotificationRecord): Promise<void>
  get(id: string): Promise<NotificationRecord | null>
  /** Moves `queued` to its end once. */
  end(id: string, state: 'sent' | 'failed', fault: string | null, now: number): Promise<boolean>
  ofVerification(verificationId: string): Promise<NotificationRecord | null>
  /** Newest first: what a demo shows as its outbox. */
  recent(limit: number): Promise<readonly NotificationRecord[]>
}

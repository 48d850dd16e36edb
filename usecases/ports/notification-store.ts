/**
 * `failed`: it never left. `bounced`: it left and came back. `sent_again`: it came back, and another one went in its
 * place.
 */
export type MessageState = 'queued' | 'sent' | 'failed' | 'bounced' | 'sent_again'

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
  readonly state: MessageState
  readonly createdAt: number
  readonly sentAt: number | null
  /** A code, never a mail server's words: why it failed, or the class of its bounce (`5.1.1`). */
  readonly fault: string | null
}

/** Where one message goes: the way, the language, and whose contact it is. */
export type MessagePlace = Pick<NotificationRecord, 'channel' | 'locale' | 'subjectId' | 'identifierId' | 'sealedId'>

/** How many messages of one kind stand in one state. */
export interface MessageCount {
  readonly template: string
  readonly state: NotificationRecord['state']
  readonly count: number
}

export interface NotificationStore {
  add(notification: NotificationRecord): Promise<void>
  get(id: string): Promise<NotificationRecord | null>
  /** Moves `queued` to its end once. */
  end(id: string, state: 'sent' | 'failed', fault: string | null, now: number): Promise<boolean>
  /** Moves what waited or was sent to `bounced`, once. */
  bounce(id: string, fault: string): Promise<boolean>
  /** Moves `bounced` to `sent_again`, once. */
  replace(id: string): Promise<boolean>
  /** Moves `failed` back to `queued`, once, to where it goes now. */
  queueAgain(id: string, place: MessagePlace): Promise<boolean>
  /** Messages made since a time, epoch ms, by kind and state. */
  counts(since: number): Promise<readonly MessageCount[]>
  /** What failed or bounced, newest first; no codes and no one-time links, which nobody sends twice. */
  undelivered(limit: number): Promise<readonly NotificationRecord[]>
  /** What failed or bounced of one request, newest first. */
  undeliveredOf(requestId: string): Promise<readonly NotificationRecord[]>
  /** When the message that waits longest was made, epoch ms; null where none waits. */
  oldestQueued(): Promise<number | null>
  /** Every message of this kind about a request. */
  ofRequest(requestId: string, template: string): Promise<readonly NotificationRecord[]>
  ofVerification(verificationId: string): Promise<NotificationRecord | null>
  /** Newest first: what a demo shows as its outbox. */
  recent(limit: number): Promise<readonly NotificationRecord[]>
}

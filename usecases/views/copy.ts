/** `/copy/<token>`: what somebody reads who opens the link to a copy. Nothing of a person. */
export interface CopyPageView {
  /** BCP 47. */
  locale: string
  caseCode: string
  /** Until when it can be fetched, epoch ms, and the zone that it is counted in. */
  until: number
  zone: string
  /** Somebody opened it before. */
  opened: boolean
  /** Whether an erasure of the same data waits for it. */
  waits: 'no' | 'yes' | 'released'
}

/** What the page of an access says of its copy. */
export interface CopyCaseView {
  /** The last message with a link: its way and where it is; null while none could be sent. */
  link: { madeAt: number; channel: 'sms' | 'email'; state: 'queued' | 'sent' | 'failed' | 'bounced' } | null
  openedAt: number | null
  /** When it was last made and handed over, whole or not. */
  handedAt: number | null
  /** Until when it can be fetched; null before it was ready, and once the case is over. */
  until: number | null
  releasedAt: number | null
  result: 'collected' | 'not_collected' | null
}

/** A case of the same person that waits, or is waited for, and until when at the latest; null before its days run. */
export interface WaitsView {
  caseCode: string
  until: number | null
}

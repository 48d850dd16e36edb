import type { Phrase, ServiceRef, Tone } from './phrase.ts'

export type ConsentStateCode =
  | 'ConsentGiven'
  | 'ConsentRefused'
  | 'ConsentWithdrawn'
  | 'ConsentInvalidated'
  | 'ConsentExpired'
  | 'RenewedConsentGiven'
  | 'ConsentUnknown'

export type DefectCode =
  | 'preticked'
  | 'bundled'
  | 'not_prominent'
  | 'no_notice'
  | 'no_evidence'
  | 'ticked_by_agent'
  | 'stale_notice'
  | 'minor'

/** Why a consent does not count, with its legal source ("GDPR Art. 4(11)"). Sentence: `defect.<code>` in `words`. */
export interface DefectView {
  code: DefectCode
  legalSource: string
  params?: Record<string, string | number>
}

export interface ConsentEventView {
  eventId: string
  state: ConsentStateCode
  occurredAt: number
  recordedAt: number
  /** Codes of `[a-z0-9_]`; shown as they are where the screen has no word for them. */
  channel: string
  indication: string
  /** Points into `notices`; null where no notice is on record. */
  noticeId: string | null
  noticeVersion: string | null
  defects: DefectView[]
}

/** A stretch of time during which a purpose stood one way; drawn as a line in the lane. */
export interface ConsentSpanView {
  from: number
  /** Null: until now. */
  to: number | null
  status: 'valid' | 'flagged' | 'void' | 'ended'
}

/** One purpose over time: a swim-lane. */
export interface ConsentLaneView {
  purpose: string
  title: string
  service: ServiceRef | null
  events: ConsentEventView[]
  spans: ConsentSpanView[]
}

export type NoticeControl = 'unticked_box' | 'preticked_box' | 'button' | 'spoken' | 'paper' | 'none'

/** The notice exactly as it was shown. */
export interface NoticeView {
  noticeId: string
  purpose: string
  version: string
  locale: string
  title: string
  text: string
  textSha256: string
  control: NoticeControl
  prominence: string
  /** Title of the purpose it was bundled with, or null. */
  bundledWith: string | null
  validFrom: number | null
  validTo: number | null
  /** The version that came after it, to compare. */
  next: { version: string; control: NoticeControl; bundledWith: string | null; validFrom: number | null } | null
}

export type StandingCode = 'not_enrolled' | 'enrolled' | 'deregistered' | 'void' | 'erased'

/** Where the person stands with one service. */
export interface StandingView {
  service: ServiceRef
  standing: StandingCode
  since: number | null
  /** Enrolled on a defective consent. */
  flagged: boolean
}

/** The one sentence on top. `key` below `verdict.` in `words`; `detail` the paragraph under it. */
export interface VerdictView extends Phrase {
  tone: Tone
  detail: Phrase | null
}

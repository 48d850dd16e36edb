import type { DefectCode } from '#domain/consent/defects.ts'
import type { Control } from '#domain/consent/notice.ts'
import type { VerdictKey } from '#domain/consent/verdict.ts'
import type { PhraseKey, PhraseOf } from './phrase-book.ts'
import type { ServiceRef, Tone } from './phrase.ts'

export type ConsentStateCode =
  | 'ConsentGiven'
  | 'ConsentRefused'
  | 'ConsentWithdrawn'
  | 'ConsentInvalidated'
  | 'ConsentExpired'
  | 'RenewedConsentGiven'
  | 'ConsentUnknown'

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

/** All that one account was asked and answered, over time, with the notices it points to. */
export interface ConsentHistoryView {
  lanes: ConsentLaneView[]
  notices: NoticeView[]
}

/** The notice exactly as it was shown. */
export interface NoticeView {
  noticeId: string
  purpose: string
  version: string
  locale: string
  title: string
  text: string
  textSha256: string
  control: Control
  prominence: string
  /** Title of the purpose it was bundled with, or null. */
  bundledWith: string | null
  validFrom: number | null
  validTo: number | null
  /** The version that came after it, to compare. */
  next: { version: string; control: Control; bundledWith: string | null; validFrom: number | null } | null
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

/** The one sentence on top, and the paragraph under it. The domain's `verdict()` fits as it is. */
export interface VerdictView {
  key: VerdictKey | `verdict.${PhraseKey<'verdict'>}`
  params: Readonly<Record<string, string | number>>
  tone: Tone
  detail: PhraseOf<'verdictDetail'> | null
}

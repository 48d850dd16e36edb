import type { ExtensionReason } from '#domain/law/law-row.ts'
import type { ConsentHistoryView, VerdictView } from './consent.ts'
import type { PlanView } from './plan.ts'
import type { ToldWordsView } from './scripts.ts'
import type { Lock, ServiceRef, Tone } from './phrase.ts'
import type { PhraseOf } from './phrase-book.ts'
import type {
  AssuranceLevel, ChannelCode, DueView, RejectionCode, RequestKindCode, RequestStateCode, ToldCode,
} from './request-words.ts'

/** `/approvals` (queue) and `/approvals/{case_code}` (queue with one opened). */
export interface ApprovalsView {
  now: number
  /** How many of the listed this reader may decide, and how many of them by the end of today (law's zone). */
  mine: number
  today: number
  /** How many of those are past it already. */
  late: number
  items: QueueItemView[]
  /** How many wait in all; the most pressing of them are listed. */
  waiting: number
  /** How many to list when more are asked for. */
  more: number
  /** Everything, or disputes and objections alone. */
  only: 'all' | 'contested'
  /** How many disputes, objections and findings wait. */
  contested: number
  opened: DecisionView | null
}

export interface QueueItemView {
  caseCode: string
  kind: RequestKindCode
  channel: ChannelCode
  service: ServiceRef | null
  /** By when it is decided; for what is contested its own clock. */
  decideBy: number
  /** Where it is dealt with: most are decided, some need something else on the case's own page. */
  opens: 'decision' | 'case'
  /** Personnel number of who opened it; null where a client did. */
  openedBy: string | null
  /** One line of what decides order (answered by an agent, second supervisor …). */
  note: PhraseOf<'queueNote'> | null
  /** Not this reader's to decide, why, and who can. */
  notYours: Lock | null
}

export interface DecisionView {
  caseCode: string
  /** Optimistic lock: sent back with every decision. */
  version: number
  kind: RequestKindCode
  state: RequestStateCode
  service: ServiceRef | null
  receivedAt: number
  openedAt: number
  openedBy: string | null
  due: DueView
  decideBy: number
  /** What the caller said they want; null where nothing was typed, or where this reader has not opened the case. */
  words: string | null
  /** Words or a consent history are there, and are shown once this reader opens the case on purpose. */
  wordsLocked: boolean
  /** What each account that the case names was asked and answered; none where this reader has not opened the case. */
  histories: ConsentHistoryView[]
  verified: { level: AssuranceLevel; by: PhraseOf<'assuranceBy'> | null; at: number | null }
  told: {
    result: ToldCode
    scriptVersion: string
    locale: string
    at: number
    inWriting: boolean
    /** As they were told; null where the operator's app told it in words of its own. */
    words: ToldWordsView | null
  } | null
  consent: VerdictView
  holds: { holdRef: string; covers: PhraseOf<'covers'>; reviewOn: number | null }[]
  otherRequests: { caseCode: string; kind: RequestKindCode; state: RequestStateCode }[]
  plan: PlanView | null
  /** Risks found. */
  risks: (PhraseOf<'risk'> & { tone: Tone })[]
  /** What differs since this reader, or an earlier approval, last saw it. */
  changes: PhraseOf<'change'>[]
  coolingOffDays: number
  /** When the window would end if approved now. */
  coolingOffUntil: number | null
  returnsLeft: number
  /** Agents a case can be returned to. */
  agents: { staffId: string; humanRef: string }[]
  rejectionCodes: RejectionCode[]
  /** What an objection or a correction is about; upheld, `late` says that it is carried out already. */
  about: { caseCode: string; kind: RequestKindCode; state: RequestStateCode; late: boolean } | null
  /** An objection was upheld after the erasure: two supervisors find that it was in error. */
  finding: { by: string | null; until: number; lock: Lock | null } | null
  /**
   * The date to which each reason extends the answer, epoch ms, and the zone of the law (IANA) in which that day ends;
   * none where the law gives no more time.
   */
  extensions: { reason: ExtensionReason; until: number; zone: string }[]
  locks: Record<'approve' | 'return' | 'reject' | 'hold' | 'extend', Lock | null>
}

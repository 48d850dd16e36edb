/** The request as a value: plain JSON, times in epoch milliseconds UTC, null where there is nothing. */

import type { RequestActor } from './actor.ts'
import type { AssuranceLevel } from './assurance-needed.ts'
import type { PurposeNamed, RequestKind, Scope } from './kinds.ts'
import type { ParkReason, Pause } from './pause.ts'
import type { ScriptId } from '#domain/script/script-ids.ts'
import type { PlanFact, SubjectMark } from './plan-fact.ts'
import type { RejectionCode } from './explain.ts'
import type { ClockCode, RequestState } from './states.ts'

export interface RequestSubject {
  subjectId: string
  /** `erased`: only a registry entry is left of this person, and `subjectId` is the entry's id. */
  known: 'on_file' | 'erased'
  /** The level that counted when the request was last submitted. */
  level: AssuranceLevel
}

export const toldResults = ['understood', 'objects', 'not_told', 'under_pressure'] as const
export type ToldResult = (typeof toldResults)[number]

/**
 * How the permanent consequence was told (§3 "Told"). A telling in writing counts from `answeredAt`, or else
 * from `writtenAt` + the reading time; its result then reads as: had the time to read it and did not object.
 */
export interface Told {
  result: ToldResult
  /** Which words; absent where the operator's app told it in its own. */
  scriptId?: ScriptId | undefined
  scriptVersion: string
  locale: string
  at: number
  inWriting: boolean
  answeredAt: number | null
  /** When it was written to the contact on file; absent where it was told aloud, and while it is only to be written. */
  writtenAt?: number
}

/** Parts that bar from deciding (invariant 2, "edited" spelled out, and opened and verified). */
export const barringParts = [
  'opened',
  'took_in',
  'verified',
  'told',
  'edited',
  'answered_return',
  'checked_authority',
  'placed_hold',
  'lifted_hold',
  'wrote_kept_line',
  'resolved_dispute',
  /** Who refused it: nothing is left to decide in it, but they do not answer an objection to that. */
  'rejected',
] as const

export type Part = (typeof barringParts)[number]

export interface PartTaken {
  human: string
  part: Part
  at: number
}

export interface Approval {
  human: string
  at: number
  planHash: string
}

export interface Rejection {
  code: RejectionCode
  /** A code of the legal ground, such as `gdpr_12_6`. */
  ground: string
  remedies: readonly string[]
  /** Reference of a text that is stored elsewhere, under the subject's key. */
  textRef: string | null
}

/** What a frozen plan keeps for now: erased at its date, or once its hold is lifted. */
export interface RestItem {
  system: string
  collection: string
  field: string | null
  until: number | null
  holdRef: string | null
}

export interface Outcome {
  result: 'done' | 'full' | 'retained' | 'answered' | 'collected' | 'not_collected' | 'erased_in_error'
  rest: readonly RestItem[]
}

export interface Attention {
  system: string
  cause: 'gave_up' | 'leftovers'
}

/** The first of the two people that "done by hand" and "keep" need. */
export interface Proposal {
  type: 'done_by_hand' | 'keep'
  system: string
  human: string
  at: number
  evidence: string | null
  basis: string | null
  until: number | null
}

export type FrozenPlan = Pick<PlanFact, 'hash' | 'marks' | 'lines' | 'systems'> & { at: number }

export interface RequestSource {
  type: 'call' | 'intake' | 'app' | 'consent_event' | 'objection_heard' | 'opt_out' | 'staff'
  /** The call, intake or event it came from. */
  ref: string | null
}

export interface Request {
  id: string
  caseCode: string
  kind: RequestKind
  /** The kind that was asked for, when the rules made another of it (§5.3 consent_withdrawal). */
  askedAs: RequestKind
  scope: Scope
  purpose: PurposeNamed | null
  /** What an objection or a correction is about: a request's or a registry entry's id. */
  about: string | null
  subjects: readonly RequestSubject[]
  source: RequestSource
  openedBy: RequestActor
  askedByPerson: boolean

  state: RequestState
  version: number
  since: number
  /** The state's own clock. While something lies over the state it is stopped: see `interruptedMs`. */
  clock: { code: ClockCode; at: number }
  /** What was left of the state's clock when the first pause was laid over it. */
  interruptedMs: number | null
  pauses: readonly Pause[]
  /** Why a step that is due is not possible yet; the state stays and says so. */
  waiting: { code: 'access_open' | 'hold'; since: number; until: number } | null

  openedAt: number
  receivedAt: number
  callEndedAt: number | null
  /** The time promised to a caller for a call of ours, if any. */
  promisedCallAt: number | null
  dueAt: number
  decideBy: number
  lawVersion: string
  acknowledgedAt: number | null
  extended: { at: number; reason: string; from: number } | null
  duePassedAt: number | null
  /** When it first reached a final state. A dated rest does not move it. */
  endedAt: number | null

  told: Told | null
  objectionOpened: boolean
  submittedAt: number | null
  verifiedAt: number | null
  parts: readonly PartTaken[]

  /** The plan that is before the supervisor, until one is frozen. */
  planHash: string | null
  marks: readonly SubjectMark[]
  approvals: readonly Approval[]
  /** Everyone who ever approved it, also an approval that a changed plan took away. */
  approvers: readonly string[]
  returns: number
  returnedTo: string | null
  /** A return came back by itself, so the screen warns. */
  returnUnanswered: boolean
  /** What remains of an interrupted cooling-off; null before its first approval. */
  coolingOffLeftMs: number | null
  frozen: FrozenPlan | null
  markedAt: number | null

  /** Until when each open access request may keep this erasure waiting. */
  accessGrace: Readonly<Record<string, number>>
  /** Kind access: the link was sent, and the person released what waits for it. */
  copySentAt: number | null
  releasedAt: number | null
  /** Kind access: somebody's erasure waits for it until then. */
  hastenedUntil: number | null

  attention: readonly Attention[]
  proposals: readonly Proposal[]
  /** Lines of the frozen plan whose date came and that run now; null outside a dated rest. */
  restRunning: readonly RestItem[] | null
  firstCleanAt: number | null
  disputes: number
  /** The first of the two supervisors who find that it was carried out in error. */
  errorFinding: { human: string; at: number } | null
  erasedInError: { at: number; cause: 'dispute' | 'objection' } | null
  escalated: readonly { of: EscalationCode; at: number }[]

  outcome: Outcome | null
  rejection: Rejection | null
  /** Kind objection: how it was answered; the words are kept apart. Absent on cases of before this was kept. */
  answered?: { at: number; upheld: boolean } | null
}

export const escalationCodes = ['decide_by', 'attention', 'parked', 'hold_review', 'dispute', 'finding'] as const
export type EscalationCode = (typeof escalationCodes)[number]

/** Why it is parked, for callers that only need the reason. */
export function parkReason(request: Request): ParkReason | null {
  const parked = request.pauses.find((p) => p.kind === 'parked')
  return parked?.kind === 'parked' ? parked.reason : null
}

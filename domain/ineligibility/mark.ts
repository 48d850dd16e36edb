import type { Period } from '#domain/consent/enrolment.ts'
import { validPeriods } from '#domain/consent/standing.ts'
import type { LawMark } from '#domain/law/law-mark.ts'
import type { RequestKind } from '#domain/request/kinds.ts'

/** Why a plan says `mark: none`; message key `no_mark.<reason>`. */
export const noMarkReasons = [
  'kind_does_not_mark',
  'deceased',
  'minor',
  'no_valid_enrolment',
  'objection_upheld',
  'law_says_no',
  'law_undecided',
] as const
export type NoMarkReason = (typeof noMarkReasons)[number]

export type MarkDecision =
  | {
      readonly mark: 'yes'
      /** Epoch ms; absent without an end. */
      readonly until?: number
      /** What the valid enrolments rested on: found defective later, the entry is superseded. */
      readonly noticeVersions: readonly string[]
    }
  | { readonly mark: 'none'; readonly reason: NoMarkReason }

export interface MarkQuestion {
  readonly kind: RequestKind
  /** Of the one service: an account's deletion asks once for each service. */
  readonly periods: readonly Period[]
  readonly minor: boolean
  readonly deceased: boolean
  readonly lawMark: Pick<LawMark, 'mark' | 'until'>
  /** An objection to the mark was upheld before the window was over. */
  readonly objectionUpheld: boolean
}

const marking: ReadonlySet<RequestKind> = new Set(['deletion', 'ineligibility'])

/**
 * Whether a person is to be marked as never eligible for one service again. Evidence decides, not the button
 * that an agent chose (domain.md §4, 4): without a valid enrolment period, for a minor and for somebody who
 * died there is no mark whatever the kind, and none where the law says no or nobody decided yet (§6).
 */
export function markDecision(question: MarkQuestion): MarkDecision {
  const none = (reason: NoMarkReason): MarkDecision => ({ mark: 'none', reason })
  if (!marking.has(question.kind)) return none('kind_does_not_mark')
  if (question.deceased) return none('deceased')
  if (question.minor) return none('minor')
  const valid = validPeriods(question.periods)
  if (valid.length === 0) return none('no_valid_enrolment')
  if (question.objectionUpheld) return none('objection_upheld')
  if (question.lawMark.mark === 'no') return none('law_says_no')
  if (question.lawMark.mark !== 'yes') return none('law_undecided')
  const noticeVersions = [...new Set(valid.flatMap((period) => period.restsOn.noticeVersion ?? []))].sort()
  const { until } = question.lawMark
  return until === undefined ? { mark: 'yes', noticeVersions } : { mark: 'yes', until, noticeVersions }
}

/**
 * Whether an entry has lost its ground: every notice version that its enrolments rested on was found
 * defective (domain.md §4, 4). An entry that names none keeps its ground.
 */
export function lostItsGround(noticeVersions: readonly string[], foundDefective: ReadonlySet<string>): boolean {
  return noticeVersions.length > 0 && noticeVersions.every((version) => foundDefective.has(version))
}

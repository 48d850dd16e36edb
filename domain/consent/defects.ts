import type { CalendarDate } from '#domain/law/calendar-date.ts'
import type { Jurisdiction } from '#domain/law/jurisdiction.ts'
import { ageOn, consentAge } from './age.ts'
import { isGiving, type ConsentEvent } from './consent-event.ts'
import { legalSourceOf } from './legal-source.ts'
import { isEasilyOverlooked, type Notice } from './notice.ts'

/** Why a consent does not count (domain.md §3), in the order in which the desk shows them. */
export const defectCodes = [
  'preticked',
  'bundled',
  'not_prominent',
  'no_notice',
  'no_evidence',
  'ticked_by_agent',
  'stale_notice',
  'minor',
] as const
export type DefectCode = (typeof defectCodes)[number]

export interface Defect {
  readonly code: DefectCode
  /** Message key of its sentence. */
  readonly sentence: `defect.${DefectCode}`
  readonly legalSource: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What the rules must know of the person. */
export interface ConsentPerson {
  readonly bornOn: CalendarDate | null
  readonly jurisdiction: Jurisdiction
  /** A guardian consented for them, with evidence. */
  readonly guardianConsented?: boolean
}

const flawCodes = ['preticked', 'bundled', 'not_prominent', 'no_notice'] as const satisfies readonly DefectCode[]

/** The defects that a notice itself has, so that every consent given on it has them, whoever gave it. */
const flaws: Readonly<Record<(typeof flawCodes)[number], (notice: Notice) => boolean>> = {
  preticked: ({ control }) => control === 'preticked_box',
  bundled: ({ bundledWith }) => bundledWith !== null && bundledWith !== '',
  not_prominent: ({ prominence }) => isEasilyOverlooked(prominence),
  no_notice: ({ control }) => control === 'none',
}

/** What speaks against every consent that was given on a notice, in the order in which the desk shows it. */
export const defectsOfNotice = (notice: Notice): DefectCode[] => flawCodes.filter((code) => flaws[code](notice))

type Finding = Readonly<Record<string, string | number>> | null
type Rule = (event: ConsentEvent, notice: Notice | null, person: ConsentPerson) => Finding

const agentIndications: ReadonlySet<string> = new Set(['ticked_by_agent', 'agent_ticked', 'ticked_by_staff'])
const clickable: ReadonlySet<Notice['control']> = new Set(['unticked_box', 'preticked_box', 'button'])
const noIndication: ReadonlySet<string> = new Set(['', 'none', 'unknown'])

/**
 * One rule a defect. A consent without a notice on file can not be judged by how it was put, so the rules
 * about the notice stay silent then: `no_notice` says enough.
 */
const rules: Readonly<Record<DefectCode, Rule>> = {
  preticked: (event, notice) =>
    (notice !== null && flaws.preticked(notice)) || event.indication === 'left_preticked'
      ? { noticeVersion: event.noticeVersion ?? '' }
      : null,
  bundled: (_event, notice) =>
    notice !== null && flaws.bundled(notice) ? { purpose: notice.purpose, bundledWith: notice.bundledWith ?? '' } : null,
  not_prominent: (_event, notice) =>
    notice !== null && flaws.not_prominent(notice) ? { prominence: notice.prominence } : null,
  no_notice: (event, notice) =>
    notice === null || flaws.no_notice(notice) ? { noticeVersion: event.noticeVersion ?? '' } : null,
  // An entry of a box or button is its own record; what was said or signed needs the recording or the paper.
  no_evidence: (event, notice) => {
    if (event.hasEvidence) return null
    const leftNoTrace = notice?.control === 'spoken' || notice?.control === 'paper'
    return leftNoTrace || noIndication.has(event.indication) ? { control: notice?.control ?? 'none' } : null
  },
  ticked_by_agent: (event, notice) => {
    const onAgentsScreen = event.channel === 'agent_desk' && clickable.has(notice?.control ?? 'none')
    return agentIndications.has(event.indication) || onAgentsScreen
      ? { channel: event.channel }
      : null
  },
  stale_notice: (event, notice) => {
    if (notice === null) return null
    if (event.occurredAt < notice.validFrom) return { when: 'before', at: notice.validFrom }
    if (notice.validTo !== null && event.occurredAt > notice.validTo) return { when: 'after', at: notice.validTo }
    return null
  },
  minor: (event, _notice, person) => {
    if (person.bornOn === null || person.guardianConsented === true) return null
    const age = ageOn(person.bornOn, event.occurredAt, person.jurisdiction)
    const from = consentAge(person.jurisdiction)
    return age < from ? { age, from } : null
  },
}

/**
 * Everything that speaks against a consent that was given. Nothing is ever wrong with a refusal or a
 * withdrawal.
 *
 * @param notice what was shown, null when none is on file
 */
export function defectsOf(event: ConsentEvent, notice: Notice | null, person: ConsentPerson): Defect[] {
  if (!isGiving(event.state)) return []
  return defectCodes.flatMap((code) => {
    const params = rules[code](event, notice, person)
    if (params === null) return []
    const legalSource = legalSourceOf(code, person.jurisdiction)
    return [{ code, sentence: `defect.${code}` as const, legalSource, params }]
  })
}

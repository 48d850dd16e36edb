import type { DefectCode } from './defects.ts'
import type { Period } from './enrolment.ts'
import { standingOf } from './standing.ts'

/** Message keys of the one sentence on top of the agent's screen. */
export type VerdictKey =
  | `verdict.enrolled.${DefectCode}`
  | 'verdict.enrolled.valid'
  | 'verdict.enrolled.valid_beside_defective'
  | 'verdict.deregistered'
  | 'verdict.void'
  | 'verdict.erased'
  | 'verdict.not_enrolled.refused'
  | 'verdict.not_enrolled.never'

/** The sentence as data. Times are epoch ms; `control` is how the choice was put. */
export interface Verdict {
  readonly key: VerdictKey
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * The plain sentence that answers *how does this person stand in the service* (screens.md, The sentence
 * first): "Enrolled on 3 January 2018 at 08:12 by a box that was ticked by default."
 *
 * @param refusedAt when the person last refused, epoch ms; null when they never did
 */
export function verdict(service: string, periods: readonly Period[], refusedAt: number | null): Verdict {
  const running = periods.filter((period) => period.status === 'enrolled')
  const [first] = running
  if (first !== undefined) return whileEnrolled(service, running, first)
  const standing = standingOf(periods)
  if (standing === 'not_enrolled' || standing === 'enrolled') {
    return refusedAt === null
      ? { key: 'verdict.not_enrolled.never', params: { service } }
      : { key: 'verdict.not_enrolled.refused', params: { service, at: refusedAt } }
  }
  const ended = periods.filter((period) => period.status === standing)
  const last = ended.toSorted((a, b) => (a.to ?? 0) - (b.to ?? 0)).at(-1)
  return { key: `verdict.${standing}`, params: { service, from: last?.from ?? 0, to: last?.to ?? 0 } }
}

function whileEnrolled(service: string, running: readonly Period[], first: Period): Verdict {
  const valid = running.find((period) => !period.flagged)
  const flagged = running.find((period) => period.flagged)
  const shown = valid ?? first
  const [defect] = shown.defects
  const about = {
    service,
    at: shown.from,
    noticeVersion: shown.restsOn.noticeVersion ?? '',
    control: shown.restsOn.control ?? 'none',
  }
  if (valid !== undefined && flagged !== undefined) {
    return { key: 'verdict.enrolled.valid_beside_defective', params: { ...about, defectiveAt: flagged.from } }
  }
  if (defect === undefined) return { key: 'verdict.enrolled.valid', params: about }
  return { key: `verdict.enrolled.${defect.code}`, params: { ...defect.params, ...about } }
}

import type { Period, Standing } from './enrolment.ts'

/** How a subject stands in a service: enrolled while any period runs, else as the one that ended last. */
export function standingOf(periods: readonly Period[]): Standing {
  if (periods.some((period) => period.status === 'enrolled')) return 'enrolled'
  const last = periods.reduce<Period | null>(
    (latest, period) => (latest === null || (period.to ?? 0) >= (latest.to ?? 0) ? period : latest),
    null,
  )
  return last?.status ?? 'not_enrolled'
}

/**
 * Periods whose consent counts: only these can lead to a mark (domain.md §4, 4). A void one never counted.
 */
export const validPeriods = (periods: readonly Period[]): Period[] =>
  periods.filter((period) => !period.flagged && period.status !== 'void')

/** Periods that run: what a mark closes. */
export const runningPeriods = (periods: readonly Period[]): Period[] =>
  periods.filter((period) => period.status === 'enrolled')

/** Periods found defective and not yet made void: what a `void_enrolment` is about. */
export const defectivePeriods = (periods: readonly Period[]): Period[] =>
  periods.filter((period) => period.flagged && (period.status === 'enrolled' || period.status === 'deregistered'))

/**
 * What the desk offers before anything else: where the enrolment is defective, to make it void (domain.md §4,
 * 4).
 */
export const offeredFirst = (periods: readonly Period[]): 'void_enrolment' | null =>
  defectivePeriods(periods).length > 0 ? 'void_enrolment' : null

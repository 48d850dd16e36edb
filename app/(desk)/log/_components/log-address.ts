import type { LogFilter } from '#usecases/views/log.ts'

/** The address of the log under a filter, and of one entry in it. Holds dates, codes and numbers only. */
export function logAddress(filter: Partial<LogFilter>, more: { seq?: number; cursor?: string } = {}): string {
  const { from, to, what, actor, outcome, caseCode } = filter
  const pairs = Object.entries({ from, to, what, actor, outcome, case: caseCode, cursor: more.cursor })
  const query = new URLSearchParams(pairs.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const path = more.seq === undefined ? '/log' : `/log/${more.seq}`
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

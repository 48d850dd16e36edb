import type { DeciderFact } from '#domain/request/facts.ts'
import type { DeputyRecord } from '../ports/staff-store.ts'

/** Who is a deputy at this moment. */
export const deputiesNow = (named: readonly DeputyRecord[], now: number): DeputyRecord[] =>
  named.filter((one) => one.endsAt === null || one.endsAt > now)

/** How somebody was named a deputy, as the rule of separation reads it; null for who is none. */
export function deputyOf(named: readonly DeputyRecord[], human: string, now: number): DeciderFact['deputy'] {
  const found = deputiesNow(named, now).find((one) => one.humanRef === human)
  return found === undefined ? null : { namedAt: found.namedAt, namedBy: found.namedBy }
}

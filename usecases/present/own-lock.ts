import type { MayDecide } from '#domain/request/separation.ts'
import type { Lock } from '../views/phrase.ts'

/** Why a supervisor may not decide, as a lock that names who can; null when they may. */
export function ownLock(may: MayDecide, who: string | null): Lock | null {
  if (may.ok) return null
  const named = who === null ? {} : { who }
  if (may.reason === 'newly_decider' && may.from !== undefined) {
    return { key: 'newly_decider', params: { until: may.from }, ...named }
  }
  if (may.reason === 'took_part' || may.reason === 'had_part_in_subject') {
    if (may.part === 'opened' || may.part === 'took_in') return { key: 'opened_it', ...named }
    if (may.part === 'verified') return { key: 'verified_it', ...named }
    return { key: 'took_part', ...named }
  }
  return { key: 'not_your_role', params: { role: 'supervisor' }, ...named }
}

import type { MayDecide } from '#domain/request/separation.ts'
import type { Lock } from '../views/phrase.ts'

/** The next one who can decide, and from when (epoch ms); null when nobody can. */
type NextDecider = { readonly human: string; readonly from: number } | null

/** Who can instead, as a lock names them: from now on, from a later moment, or that nobody can. */
export function whoCan(next: NextDecider, now: number): Pick<Lock, 'who' | 'from' | 'nobody'> {
  if (next === null) return { nobody: true }
  return next.from > now ? { who: next.human, from: next.from } : { who: next.human }
}

/** Why a supervisor may not decide, as a lock that names who can; null when they may. */
export function ownLock(may: MayDecide, next: NextDecider, now: number): Lock | null {
  if (may.ok) return null
  const named = whoCan(next, now)
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

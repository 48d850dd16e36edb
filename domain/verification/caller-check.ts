/** What a caller may claim that only a supervisor can check, by its reference (domain book §5.4). */
export const checkKinds = ['lost_contact', 'authority'] as const
export type CheckKind = (typeof checkKinds)[number]

/** In which capacity somebody calls for somebody else. */
export const capacities = ['guardian', 'power_of_attorney', 'heir'] as const
export type Capacity = (typeof capacities)[number]

/**
 * `waiting` for a supervisor · `checked`: the reference was found and fits · `refused` by a supervisor ·
 * `objected` to by the person or the old contact, until a supervisor answers · `ended` then.
 */
export type CheckState = 'waiting' | 'checked' | 'refused' | 'objected' | 'ended'

/** The facts that decide whether a call can rest on a check. Times are epoch ms. */
export interface CheckFacts {
  readonly state: CheckState
  readonly askedAt: number
  /** The end of the time in which the old contact may object. */
  readonly opensAt: number
}

/** Why no call can rest on a check; each is a lock of the desk. */
export type CheckObstacle = 'not_checked' | 'too_early' | 'refused' | 'objected' | 'over'

/** A check counts for so long after it opened, in ms: afterwards what it showed may have changed. */
export const checkLivesMs = 30 * 86_400_000

/**
 * Why a call can not rest on this check now, or null when it can. An objection ends it however far it had come, and
 * a supervisor's word does not shorten the time in which the old contact may object.
 */
export function checkObstacle({ state, opensAt }: CheckFacts, now: number): CheckObstacle | null {
  if (state === 'objected') return 'objected'
  if (state === 'refused' || state === 'ended') return 'refused'
  if (now >= opensAt + checkLivesMs) return 'over'
  if (state === 'waiting') return 'not_checked'
  return now < opensAt ? 'too_early' : null
}

/** Whether a check is still under way or good: a second one beside it would say nothing new. */
export const isLiveCheck = (check: CheckFacts, now: number): boolean => {
  const obstacle = checkObstacle(check, now)
  return obstacle !== 'refused' && obstacle !== 'over'
}

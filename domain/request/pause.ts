/**
 * Pauses lie over a state (domain book §5.2). Each is laid and lifted by itself, in any order, and keeps its own
 * clock. While any lies there, the state's own clock is stopped; it goes on where it was when the last one lifts.
 */

import type { Request } from './request.ts'

/** In the order in which they are shown. */
export const pauseKinds = ['disputed', 'on_hold', 'parked'] as const
export type PauseKind = (typeof pauseKinds)[number]

export const parkReasons = ['not_told', 'under_pressure', 'call_promised'] as const
export type ParkReason = (typeof parkReasons)[number]

export interface Parked {
  kind: 'parked'
  since: number
  reason: ParkReason
  promisedAt: number
  tries: number
  /** The consequence went out in writing to the contact on file. */
  inWritingAt: number | null
}

export interface OnHold {
  kind: 'on_hold'
  since: number
  /** `mayNotTell`: its basis keeps it from the person, and so from whoever speaks to them. */
  holds: readonly { ref: string; reviewOn: number; mayNotTell: boolean }[]
}

export interface Disputed {
  kind: 'disputed'
  since: number
  until: number
}

export type Pause = Parked | OnHold | Disputed

/** The pause of that kind, if it lies over the request. */
export function pauseOf<K extends PauseKind>(request: Pick<Request, 'pauses'>, kind: K): Extract<Pause, { kind: K }> | null {
  return (request.pauses.find((p) => p.kind === kind) as Extract<Pause, { kind: K }> | undefined) ?? null
}

/** The one to show: disputed before on_hold before parked. */
export function shownPause(request: Request): Pause | null {
  for (const kind of pauseKinds) {
    const pause = pauseOf(request, kind)
    if (pause) return pause
  }
  return null
}

/** Lays a pause, or replaces the one of its kind. `decide_by` is the law's clock and is never stopped. */
export function lay(request: Request, pause: Pause, at: number): Request {
  const others = request.pauses.filter((p) => p.kind !== pause.kind)
  const first = request.pauses.length === 0
  const stops = first && request.clock.code !== 'decide_by' && request.clock.code !== 'ended'
  return {
    ...request,
    pauses: [...others, pause],
    interruptedMs: stops ? Math.max(0, request.clock.at - at) : request.interruptedMs,
  }
}

/** Lifts the pause of that kind; with the last one the state's clock goes on where it was. */
export function lift(request: Request, kind: PauseKind, at: number): Request {
  const pauses = request.pauses.filter((p) => p.kind !== kind)
  if (pauses.length > 0 || request.interruptedMs === null) return { ...request, pauses }
  return { ...request, pauses, interruptedMs: null, clock: { ...request.clock, at: at + request.interruptedMs } }
}

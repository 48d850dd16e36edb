import type { Moment } from './fan-out.ts'

/** Something that can be stood on with the keyboard, and in which lane from the top it lies. */
export interface Stop extends Moment {
  readonly lane: number
}

/**
 * Where an arrow key leads from `current`: left and right in time, through all lanes; up and down to the nearest in
 * time of the next lane that has any. Null where it leads nowhere, or is another key.
 */
export function nextStop(stops: readonly Stop[], current: string | null, key: string): string | null {
  const inTime = stops.toSorted((a, b) => a.at - b.at || a.lane - b.lane)
  const at = inTime.findIndex((stop) => stop.id === current)
  switch (key) {
    case 'ArrowRight':
      return inTime[at + 1]?.id ?? null
    case 'ArrowLeft':
      return inTime[at - 1]?.id ?? null
    case 'Home':
      return inTime[0]?.id ?? null
    case 'End':
      return inTime.at(-1)?.id ?? null
    case 'ArrowUp':
    case 'ArrowDown':
      return at === -1 ? null : besides(stops, inTime[at] as Stop, key === 'ArrowUp' ? -1 : 1)
    default:
      return null
  }
}

function besides(stops: readonly Stop[], from: Stop, way: 1 | -1): string | null {
  const beyond = stops.filter((stop) => (stop.lane - from.lane) * way > 0)
  const lane = Math.min(...beyond.map((stop) => stop.lane * way)) * way
  const near = beyond.filter((stop) => stop.lane === lane)
  return near.toSorted((a, b) => Math.abs(a.at - from.at) - Math.abs(b.at - from.at))[0]?.id ?? null
}

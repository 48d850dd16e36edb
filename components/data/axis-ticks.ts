import type { Axis } from './consent-axis.ts'

/** A mark of the calendar on an axis; `unit` says how much of its date is worth writing. */
export interface Tick {
  readonly at: number
  readonly unit: 'year' | 'month' | 'day' | 'clock'
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const even: readonly (readonly [Tick['unit'], number])[] = [
  ...[1, 5, 15, 30].map((n) => ['clock', n * minute] as const),
  ...[1, 3, 6, 12].map((n) => ['clock', n * hour] as const),
  ...[1, 2, 7, 14].map((n) => ['day', n * day] as const),
]
const months: readonly (readonly [Tick['unit'], number])[] = [
  ...[1, 3, 6].map((n) => ['month', n] as const),
  ...[1, 2, 5, 10, 25, 100].map((n) => ['year', n * 12] as const),
]

/** How many labels of a kind stand beside each other in the width of a telephone. */
const mostOf = { clock: 5, day: 5, month: 4, year: 7 } as const

/**
 * The finest calendar marks whose labels have room on the axis: minutes, hours, days, months or years.
 * `offset`: what the reader's clock is ahead of UTC, ms, so that a day begins when theirs does.
 */
export function axisTicks({ from, to }: Axis, offset = 0): Tick[] {
  for (const [unit, step] of even) {
    if ((to - from) / step > mostOf[unit] + 1) continue
    const ticks = evenTicks(from + offset, to + offset, step)
    // At midnight the day is worth more than a row of noughts.
    if (ticks.length <= mostOf[unit]) {
      return ticks.map((at) => ({ at: at - offset, unit: at % day === 0 ? 'day' : unit }))
    }
  }
  for (const [unit, step] of months) {
    const ticks = monthTicks(from + offset, to + offset, step)
    if (ticks.length <= mostOf[unit]) return ticks.map((at) => ({ at: at - offset, unit }))
  }
  return []
}

function evenTicks(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, n) => (first + n) * step)
}

/** First days of every `step`th month, counted from the year 0, so that six months are January and July. */
function monthTicks(from: number, to: number, step: number): number[] {
  const monthOf = (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth()
  const ticks: number[] = []
  for (let month = Math.floor(monthOf(from) / step) * step; month <= monthOf(to); month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1)
    if (at >= from && at <= to) ticks.push(at)
  }
  return ticks
}

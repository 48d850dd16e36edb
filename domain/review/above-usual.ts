/** What one agent did in a period. */
export interface AgentFigures {
  /** Personnel number. */
  readonly agent: string
  /** Days (UTC) with a look-up of theirs in a call. */
  readonly days: number
  /** Calls with a look-up of theirs. */
  readonly calls: number
  /** In calls. */
  readonly lookUps: number
  /** Fields that were shown to them in the clear. */
  readonly reveals: number
  /** Look-ups by themselves, outside a call: to ask for a mark. */
  readonly outside: number
  /** Days (UTC) with one of those. */
  readonly outsideDays: number
  /** How many of those led to no case. */
  readonly outsideWithoutCase: number
}

export type Measure = 'look_ups_a_day' | 'reveals_a_call' | 'outside_a_day'

/** One agent above the usual, with the figures that say so. */
export interface AboveUsual {
  readonly agent: string
  readonly measure: Measure
  readonly count: number
  /** Per day, or per call. */
  readonly figure: number
  /** The median of the others. */
  readonly usual: number
  readonly others: number
}

/**
 * The rule: twice the median of the others or more, and never over so few that chance would do it, nor against fewer
 * than two others.
 */
export const aboveUsualRule = {
  times: 2,
  others: 2,
  least: { look_ups_a_day: 10, reveals_a_call: 5, outside_a_day: 5 },
} as const

const measures = {
  look_ups_a_day: { count: (one: AgentFigures) => one.lookUps, per: (one: AgentFigures) => one.days },
  reveals_a_call: { count: (one: AgentFigures) => one.reveals, per: (one: AgentFigures) => one.calls },
  outside_a_day: { count: (one: AgentFigures) => one.outside, per: (one: AgentFigures) => one.outsideDays },
} as const

/** Who looks people up, or has fields shown, clearly more often than the others do. Highest figure first. */
export function aboveUsual(all: readonly AgentFigures[]): AboveUsual[] {
  const found = (Object.keys(measures) as Measure[]).flatMap((measure) => {
    const { count, per } = measures[measure]
    // Who never does the one thing is no measure of it for those who do.
    const working = all.filter((one) => per(one) > 0)
    const figure = (one: AgentFigures) => count(one) / per(one)
    return working.flatMap((one): AboveUsual[] => {
      const others = working.filter(({ agent }) => agent !== one.agent).map(figure)
      const usual = median(others)
      const stands = others.length >= aboveUsualRule.others && count(one) >= aboveUsualRule.least[measure]
      if (!stands || figure(one) < aboveUsualRule.times * usual) return []
      return [{ agent: one.agent, measure, count: count(one), figure: figure(one), usual, others: others.length }]
    })
  })
  return found.toSorted((a, b) => b.figure - a.figure || a.agent.localeCompare(b.agent))
}

/** The value in the middle; of an even number, the mean of the two in the middle. 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return (low + high) / 2
}

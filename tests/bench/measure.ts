/** One figure of the benchmarks: a ratio of two things measured in turn in one run. */
export interface Figure {
  readonly name: string
  /** Of each pair of rounds. */
  readonly ratios: readonly number[]
  readonly median: number
  readonly goal: string
  readonly met: boolean
  readonly note: string
}

/** The middle one; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/**
 * Measures two things five times in turn, after two rounds that count for nothing, since a desk runs for weeks and the
 * first some hundred times are run before they are compiled. Each pair is compared: whatever else the machine does hits
 * both.
 */
export async function compare(
  name: string,
  goal: { readonly text: string; readonly holds: (ratio: number) => boolean },
  numerator: () => Promise<number>,
  denominator: () => Promise<number>,
  note = '',
): Promise<Figure> {
  for (let round = 0; round < 2; round += 1) {
    await numerator()
    await denominator()
  }
  const ratios: number[] = []
  for (let round = 0; round < 5; round += 1) ratios.push((await numerator()) / (await denominator()))
  const middle = median(ratios)
  return { name, ratios, median: middle, goal: goal.text, met: goal.holds(middle), note }
}

export const atMost = (limit: number) => ({ text: `≤ ${limit}`, holds: (ratio: number) => ratio <= limit })
export const atLeast = (limit: number) => ({ text: `≥ ${limit}`, holds: (ratio: number) => ratio >= limit })
/** Neither of the two takes longer than the other by more than this lets chance do. */
export const between = (low: number, high: number) => ({
  text: `${low} – ${high}`, holds: (ratio: number) => ratio >= low && ratio <= high,
})

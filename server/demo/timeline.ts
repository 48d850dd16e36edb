import type { ManualClock } from '../clock.ts'

/** A story that goes on in steps: it yields the moment (epoch ms) at which its next one happens. */
export type Story = AsyncGenerator<number, void, void>

const hour = 3_600_000

/** How often the worker looks at the desk while nobody does anything there. */
const tickMs = 6 * hour

/**
 * Tells many stories at once, in the order of time: the clock is put forward to whatever happens next, and the worker
 * does what has become due in between. The clock never goes back.
 *
 * @param until when it all ends; what a story would do later is not told
 */
export async function tell(
  stories: readonly Story[],
  { clock, until, work }: { readonly clock: ManualClock; readonly until: number; readonly work: () => Promise<void> },
): Promise<void> {
  const waiting: { readonly at: number; readonly story: Story }[] = []
  const goOn = async (story: Story) => {
    const next = await story.next()
    if (!next.done) waiting.push({ at: next.value, story })
  }
  const putForward = async (to: number) => {
    while (clock.now() + tickMs < to) {
      clock.advance(tickMs)
      await work()
    }
    clock.set(Math.max(clock.now(), to))
    await work()
  }
  for (const story of stories) await goOn(story)
  for (;;) {
    const [next] = waiting.toSorted((a, b) => a.at - b.at)
    if (next === undefined || next.at > until) break
    waiting.splice(waiting.indexOf(next), 1)
    await putForward(next.at)
    await goOn(next.story)
  }
  await putForward(until)
}

/** Moments before the end of the story. */
export interface Moments {
  /** In the Shanghai office's day that lies so many days back, so many minutes after nine. */
  day(daysAgo: number, minutes: number): number
  minutesAgo(minutes: number): number
  hoursAgo(hours: number): number
}

/** Moments as they are counted back from `end`, epoch ms. */
export function momentsBefore(end: number): Moments {
  const midnight = Math.floor(end / (24 * hour)) * 24 * hour
  return {
    day: (daysAgo, minutes) => Math.min(end, midnight - daysAgo * 24 * hour + hour + minutes * 60_000),
    minutesAgo: (minutes) => end - minutes * 60_000,
    hoursAgo: (hours) => end - hours * hour,
  }
}

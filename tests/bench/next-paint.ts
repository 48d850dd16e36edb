import type { Page } from '@playwright/test'

/**
 * In the page: notes, for each click and each key, the time from when the browser took it in to when what it led to was
 * painted. A message that is posted from the frame's own callback arrives after the paint.
 */
function watchPaints(): void {
  const paints: number[] = []
  const note = (event: Event) => {
    const from = event.timeStamp
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => paints.push(performance.now() - from)
      channel.port2.postMessage(null)
    })
  }
  for (const type of ['click', 'keydown']) addEventListener(type, note, { capture: true })
  Object.assign(globalThis, { takePaints: () => paints.splice(0) })
}

/** Before the page's first document. */
export const watchNextPaint = (page: Page): Promise<unknown> => page.addInitScript(watchPaints)

/** Milliseconds between two frames of the screen. */
const frame = 1_000 / 60

/**
 * Milliseconds from one interaction to the next paint; of several events in it, the slowest.
 *
 * @param phase  how far into a frame of the screen one interacts, 0 to 1: a paint waits for the next frame, so it takes
 *   up to a frame longer by where in one it was asked for
 */
export async function nextPaint(page: Page, interaction: () => Promise<unknown>, phase: number): Promise<number> {
  const take = () => page.evaluate(() => (globalThis as unknown as { takePaints: () => number[] }).takePaints())
  await take()
  await page.evaluate(
    (ms) => new Promise((done) => requestAnimationFrame(() => setTimeout(done, ms))), phase * frame,
  )
  await interaction()
  for (let waited = 0; waited < 5_000; waited += 20) {
    const paints = await take()
    if (paints.length > 0) return Math.max(...paints)
    await page.waitForTimeout(20)
  }
  throw new Error('an interaction led to no paint')
}

import { expect, type Browser, type Page } from '@playwright/test'
import { phoneOf, type BenchDesk } from './bench-desk.ts'
import { addMember, openBrowser, signedIn } from './browser.ts'
import { atMost, median, type Figure } from './measure.ts'
import { nextPaint, watchNextPaint } from './next-paint.ts'
import { serve } from './served.ts'

const rounds = 15

/** Milliseconds to the next paint by step, one round after another; `empty` is a click that does nothing. */
type Steps = Map<string, number[]>

/**
 * One call about one person, from the first key of the look-up to the wrap-up.
 *
 * @param phase  where in a frame of the screen each step begins, 0 to 1
 */
async function oneCall(page: Page, phone: string, phase: number, steps: Steps): Promise<void> {
  const step = async (name: string, interaction: () => Promise<unknown>) => {
    steps.set(name, [...(steps.get(name) ?? []), await nextPaint(page, interaction, phase)])
  }
  await page.goto('/desk', { waitUntil: 'networkidle' })
  const heading = page.getByRole('heading', { level: 1 })
  await step('empty', () => heading.click())
  const field = page.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill(phone.slice(0, -1))
  await step('a digit', () => field.press(phone.slice(-1)))
  await step('look up', () => field.press('Enter'))
  await expect(heading).toContainText('Verify the caller first')
  const send = page.getByRole('button', { name: /Send the code/ }).first()
  await step('send a code', () => send.click())
  const outbox = page.getByText(/Demo outbox: \d{6}/)
  await expect(outbox).toBeVisible()
  const code = /\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? ''
  const digits = page.getByLabel('The six digits that the caller reads')
  await digits.fill(code.slice(0, -1))
  await step('the last digit', () => digits.press(code.slice(-1)))
  await expect(page.getByRole('button', { name: /^Delete the whole account/ }).first()).toBeVisible()
  const choice = page.getByRole('button', { name: /^Delete the whole account/ }).first()
  await step('a choice', () => choice.click())
  await step('what they said', () => page.getByRole('radio', { name: 'Understood it' }).check())
  await step('submit', () => page.getByRole('button', { name: /Ask for the deletion/ }).click())
  await expect(page.getByText('Submitted. Say the case code.').first()).toBeVisible()
  await step('wrap up', () => page.getByRole('button', { name: /Wrap up/ }).first().click())
  await step('an outcome', () => page.getByRole('radio', { name: 'A request was opened' }).check())
  await step('end the call', () => page.getByRole('button', { name: 'End the call' }).click())
  await expect(heading).toContainText('Who is calling?')
}

/** A browser at this desk in which an agent is signed in and paints are watched. */
async function agentAt(bench: BenchDesk, browser: Browser): Promise<{ page: Page; stop: () => void }> {
  // A demo keeps its messages on the screen, so that a code can be read without a telephone.
  await bench.desk.runtime.unitOfWork.write(({ store }) => store.settings.setMeta('demo', 'yes'))
  const agent = await addMember(bench, 'agent')
  const { port, stop } = await serve(bench)
  const { page } = await signedIn(browser, port, agent)
  await watchNextPaint(page)
  return { page, stop }
}

/** What a step took, round by round, and what it is held against. */
interface Compared {
  readonly took: readonly number[]
  readonly against: readonly number[]
}

/**
 * What stands for all steps: the slowest, with the others beside it. Medians are compared, not pairs: a paint comes
 * with a frame of the screen, and the way of an interaction to the page takes a part of one by chance.
 */
function slowest(name: string, limit: number, steps: ReadonlyMap<string, Compared>): Figure {
  const byStep = [...steps]
    .map(([step, { took, against }]) => ({
      step,
      each: took.map((ms, round) => ms / (against[round] ?? Number.NaN)),
      middle: median(took) / median(against),
    }))
    .toSorted((a, b) => b.middle - a.middle)
  const goal = atMost(limit)
  const [worst] = byStep
  if (worst === undefined) throw new Error('no step was measured')
  return {
    name: `${name}: the slowest step (${worst.step})`,
    ratios: worst.each,
    median: worst.middle,
    goal: goal.text,
    met: goal.holds(worst.middle),
    note: byStep.map(({ step, middle }) => `${step} ${middle.toFixed(2)}`).join(' · '),
  }
}

/** Interaction to next paint of each step of a call, against a click that does nothing, and with more people. */
export async function callFigures(
  { twenty, million, large }: { twenty: BenchDesk; million: BenchDesk; large: number },
): Promise<Figure[]> {
  const browser = await openBrowser()
  const [atSmall, atBig] = [await agentAt(twenty, browser), await agentAt(million, browser)]
  const [small, big]: [Steps, Steps] = [new Map(), new Map()]
  try {
    // In turn, so that whatever else the machine does hits both; the first round counts for nothing.
    for (let round = 0; round <= rounds; round += 1) {
      // The rounds go once through a frame of the screen, and both begin their steps at the same places in it.
      const phase = (round - 1 + rounds) % rounds / rounds
      await oneCall(atSmall.page, phoneOf((round * 7_919 + 17) % 20_000), phase, round === 0 ? new Map() : small)
      await oneCall(atBig.page, phoneOf((round * 7_919 + 17) % large), phase, round === 0 ? new Map() : big)
    }
  } finally {
    await browser.close()
    atSmall.stop()
    atBig.stop()
  }
  const empty = small.get('empty') ?? []
  const toEmpty = new Map<string, Compared>()
  const toSmall = new Map<string, Compared>()
  for (const [step, took] of small) {
    if (step === 'empty') continue
    toEmpty.set(step, { took, against: empty })
    toSmall.set(step, { took: big.get(step) ?? [], against: took })
  }
  const size = large.toLocaleString('en')
  return [
    slowest('interaction to next paint ÷ an empty one, 20 k people', 3, toEmpty),
    slowest(`interaction to next paint, ${size} ÷ 20 k people`, 1.3, toSmall),
  ]
}

import { expect, it } from 'vitest'
import { openCrashDesk } from '#tests/support/crash-desk.ts'
import { killOnce, seeded } from '#tests/support/kill-worker.ts'
import { keepProgress, readProgress } from '#tests/support/soak-progress.ts'

/** Erasures whose worker is killed, on each database; a thousand and more in all. */
const wanted = 510

/** A desk is made anew now and then: a clock that runs on for years would end what else is due. */
const perDesk = 25

const seed = Number(process.env.RIGHTSDESK_SOAK_SEED ?? '1')
const until = Date.now() + Number(process.env.RIGHTSDESK_SOAK_MINUTES ?? '25') * 60_000

it.each(['sqlite', 'postgresql'] as const)('killed workers leave nothing half done, on %s', async (kind) => {
  const part = `erasure-kills-${kind}`
  const half = kind === 'sqlite' ? until - (until - Date.now()) / 2 : until
  let { done, killed } = readProgress(part, seed)
  while (killed < wanted && Date.now() < half) {
    const desk = await openCrashDesk(kind)
    const whole = await killOnce(desk, { nth: 0, when: 'before' })
    const statements = whole.statements ?? 0
    for (let here = 0; here < perDesk && killed < wanted && Date.now() < half; here += 1) {
      // Each draw has a seed of its own, so that one that fails can be repeated by itself.
      const draw = seeded(seed * 1_000_003 + done)
      const nth = 1 + Math.floor(draw() * statements)
      const when = draw() < 0.5 ? 'before' : 'after'
      const run = await killOnce(desk, { nth, when })
      const where = `draw ${done} of seed ${seed}: killed ${when} statement ${nth} of ${statements}`
      // How often a worker looks for work differs by a few statements; one that was done earlier was not killed.
      expect(run.statements ?? nth, where).toBeLessThanOrEqual(nth)
      expect(run.seen.marked || !run.seen.erased, where).toBe(true)
      expect(run.verdict, where).toEqual(whole.verdict)
      done += 1
      if (run.statements === null) killed += 1
      keepProgress(part, { seed, done, killed })
    }
  }
  process.stdout.write(`soak ${part}: ${killed} of ${wanted} killed in ${done} draws with seed ${seed}\n`)
}, 3_700_000)

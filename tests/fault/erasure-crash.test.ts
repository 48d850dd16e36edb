import { describe, expect, it } from 'vitest'
import { runTask } from '#server/erasure/run-task.ts'
import { openCrashDesk, type CrashDesk, type Customer } from '#tests/support/crash-desk.ts'
import { day } from '#tests/support/erasure-story.ts'
import { killOnce, seeded } from '#tests/support/kill-worker.ts'

/** The process is gone at this very point: nothing that follows it runs, and nothing catches it. */
class Killed extends Error {}

const systems = ['rightsdesk', 'shop'] as const
const fence = async () => {}

/** Twenty-five in all; `npm run soak` draws a thousand and more. */
const kills = { sqlite: 13, postgresql: 12 } as const

/** Every named point of one erasure, in the order in which it passes them. */
async function pointsOf(desk: CrashDesk, { requestId }: Customer): Promise<{ system: string; point: string }[]> {
  const points: { system: string; point: string }[] = []
  for (const system of systems) {
    await runTask(desk.desk, { requestId, system, step: 'erase', fence, point: (point) => void points.push({ system, point }) })
  }
  return points
}

/** Runs a task up to a point, and looks at what is there then. */
async function breakOff(desk: CrashDesk, customer: Customer, system: string, point: string): Promise<void> {
  const where = `${system}: ${point}`
  let passed = false
  const run = runTask(desk.desk, {
    requestId: customer.requestId, system, step: 'erase', fence,
    point(name) {
      if (name !== point) return
      passed = true
      throw new Killed(where)
    },
  })
  await expect(run, where).rejects.toThrow()
  expect(passed, where).toBe(true)
  const { erased, marked } = await desk.seen(customer)
  expect(marked || !erased, where).toBe(true)
}

describe.each(['sqlite', 'postgresql'] as const)('an erasure that is broken off, on %s', (kind) => {
  it('ends the same at whatever point it was broken off, and has marked before it erased', async () => {
    const desk = await openCrashDesk(kind)
    const whole = await desk.another()
    desk.clock.advance(7 * day)
    await desk.advance()
    const points = await pointsOf(desk, whole)
    expect(new Set(points.map(({ point }) => point.split(' ')[1]))).toEqual(
      new Set(['start', 'replay', 'own', 'forget', 'finish', 'lock', 'mask', 'delete', 'untie', 'fence', 'commit', 'settle']),
    )

    // What is not committed is not there for the next try: one customer is enough for all points before a commit.
    const often = await desk.another()
    const broken: { customer: Customer; system: string; point: string }[] = []
    for (const { system, point } of points) {
      const before = points.findIndex((one) => one.system === system && /^(after commit|before forget)$/.test(one.point))
      const early = points.findIndex((one) => one.system === system && one.point === point) < before
      broken.push({ customer: early ? often : await desk.another(), system, point })
    }
    expect(broken.filter(({ customer }) => customer === often).length).toBeGreaterThan(20)
    desk.clock.advance(7 * day)
    await desk.advance()
    for (const { customer, system, point } of broken) await breakOff(desk, customer, system, point)

    await desk.work()
    await desk.work(day)
    await desk.work(day)
    const expected = await desk.verdict(whole)
    expect(expected).toMatchObject({
      state: 'completed', ownRows: 0, registryEntries: 1, certificates: 1,
      entries: { 'registry.marked': 1, 'certificate.issued': 1, 'erasure.step_done': 2 },
      shop: { customer: { name: 'erased', email: null, phone: null }, scores: 0 },
    })
    for (const { customer, system, point } of broken) {
      expect(await desk.verdict(customer), `${system}: ${point}`).toEqual(expected)
    }
  }, 600_000)

  it(`ends the same when its worker is killed at ${kills[kind]} statements drawn by lot`, async () => {
    const desk = await openCrashDesk(kind)
    const whole = await killOnce(desk, { nth: 0, when: 'before' })
    expect(whole.verdict).toMatchObject({ state: 'completed', ownRows: 0, registryEntries: 1, certificates: 1 })
    const statements = whole.statements ?? 0
    expect(statements).toBeGreaterThan(200)
    const draw = seeded(20180103)
    for (let drawn = 0; drawn < kills[kind]; drawn += 1) {
      const nth = 1 + Math.floor(draw() * statements)
      const when = draw() < 0.5 ? 'before' : 'after'
      const run = await killOnce(desk, { nth, when })
      const where = `killed ${when} statement ${nth} of ${statements}`
      expect(run.statements, where).toBeNull()
      expect(run.seen.marked || !run.seen.erased, where).toBe(true)
      expect(run.verdict, where).toEqual(whole.verdict)
    }
  }, 600_000)
})

import { statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestStates } from '#domain/request/states.ts'
import { recordFirstAdministrator } from '#usecases/setup/init-desk.ts'
import { signIn } from '#usecases/session/sign-in.ts'
import { viewReviews } from '#usecases/review/view-reviews.ts'
import { ManualClock } from '#server/clock.ts'
import type { Config } from '#server/config.ts'
import { openContainer, type Container } from '#server/container.ts'
import { demoPeople } from '#server/demo/people.ts'
import type { StartedDemo } from '#server/demo/start-demo.ts'
import { walletFile } from '#server/demo/wallet.ts'
import { demoEnd, emptyDesk, interruptedDemo, start, using } from '#tests/support/demo-story.ts'

const hour = 3_600_000
/** What a case says that ended refused. */
const rejecting: ReadonlySet<string> = new Set(['request.rejected', 'request.gave_up', 'request.no_data_found'])

/** Signs somebody of the demo in, by the password that it drew. */
async function signedIn(desk: Container, member: StartedDemo['sign_ins'][number] | undefined): Promise<string> {
  const outcome = await signIn(desk.runtime, desk.passwords, { email: '', password: '', ...member, address: '127.0.0.1' })
  if (outcome.kind !== 'signed_in') throw new Error(`the sign-in ended with ${outcome.kind}`)
  return outcome.sessionId
}

describe.each(['sqlite', 'postgresql'] as const)('the demo on %s', (kind) => {
  let config: Config
  let desk: Container
  let started: StartedDemo
  const said: string[] = []
  beforeAll(async () => {
    config = await interruptedDemo(kind)
    started = await start(config, (line) => said.push(line))
    desk = await openContainer({ config, clock: new ManualClock(demoEnd) })
  }, 300_000)
  afterAll(() => desk.close())

  const requests = () => desk.database.prisma.request.findMany()

  it('starts clean where its making was interrupted, and is made once', async () => {
    expect(said.join('\n')).toContain('interrupted')
    expect(started.created).toBe(true)
    expect(await start(config)).toEqual({ ...started, created: false })
    const begun = await desk.database.prisma.auditEntry.findMany({ where: { what: 'demo.created' } })
    expect(begun).toHaveLength(2)
  })

  it('lets everybody sign in whom it names, with passwords that only its owner can read', async () => {
    expect(started.sign_ins.map(({ role }) => role).sort()).toEqual([
      'administrator', 'agent', 'agent', 'agent', 'auditor', 'supervisor', 'supervisor', 'supervisor',
    ])
    const [first] = started.sign_ins
    const outcome = await signIn(desk.runtime, desk.passwords, { ...first, address: '127.0.0.1' })
    expect(outcome.kind).toBe('signed_in')
    expect(statSync(join(config.dataDirectory, 'demo-sign-ins.json')).mode & 0o777).toBe(0o600)
  })

  it('has a request in every state, some of them paused, and a queue that is full', async () => {
    const rows = await requests()
    const states = new Set(rows.map((row) => row.state))
    expect([...states].sort()).toEqual([...requestStates].sort())
    expect(rows.filter((row) => row.state === 'awaiting_approval').length).toBeGreaterThanOrEqual(12)
    const stored = await desk.runtime.unitOfWork.read((store) =>
      Promise.all(rows.map((row) => store.requests.byId(row.id))),
    )
    const paused = new Set(stored.flatMap((one) => one?.request.pauses.map((pause) => pause.kind) ?? []))
    expect([...paused].sort()).toEqual(['disputed', 'on_hold', 'parked'])
    const outcomes = new Set(stored.flatMap((one) => one?.request.outcome?.result ?? []))
    expect([...outcomes]).toEqual(expect.arrayContaining(['full', 'retained']))
  })

  it('has something to decide within two days, and decisions only by people who had no part', async () => {
    const waiting = (await requests()).filter((row) => row.state === 'awaiting_approval')
    const soon = waiting.filter((row) => Math.abs((row.decideBy?.getTime() ?? 0) - demoEnd) < 48 * hour)
    expect(soon.length).toBeGreaterThan(0)
    const approvals = await desk.database.prisma.approval.findMany()
    expect(approvals.length).toBeGreaterThan(5)
    for (const { requestId, humanRef } of approvals) {
      expect(await desk.database.prisma.requestPart.count({ where: { requestId, humanRef } })).toBe(0)
    }
  })

  it('was made by the commands alone: each request has the entries of its opening and of what became of it', async () => {
    for (const { caseCode, state } of await requests()) {
      const entries = await desk.database.prisma.auditEntry.findMany({ where: { caseCode } })
      const codes = entries.map((entry) => entry.what)
      expect(codes, caseCode).toContain('request.opened')
      if (state === 'completed' || state === 'completed_pending') expect(codes, caseCode).toContain('erasure.rechecked')
      if (state === 'rejected') {
        expect(codes.some((code) => rejecting.has(code)), caseCode).toBe(true)
      }
      for (const entry of entries) expect(entry.at.getTime()).toBeLessThanOrEqual(demoEnd)
    }
    expect(await desk.database.prisma.auditUnsealed.count()).toBeLessThan(5)
  })

  it('leaves no job behind that could not be done', async () => {
    expect(await desk.database.prisma.job.findMany({ where: { state: 'needs_person' }, select: { kind: true } })).toEqual([])
  })

  it('tells of orders of two people, and of the row that came back', () => {
    const wallet = new Sqlite(walletFile(config.systemsDirectory), { readonly: true })
    try {
      const back = wallet.prepare(`SELECT customer_id FROM credit_score WHERE worked_out_on = '2018-01-31'`).all()
      expect(back).toHaveLength(1)
      expect(wallet.prepare('SELECT order_id FROM customer_order WHERE shared_with IS NOT NULL').all()).not.toEqual([])
    } finally {
      wallet.close()
    }
  })

  it('has look-ups to review: two that nothing explains, one to be talked about, and an agent above the usual', async () => {
    const sessionId = await signedIn(desk, started.sign_ins.find(({ role }) => role === 'supervisor'))
    const { calls, toTalk, above } = await desk.query(viewReviews, {}, { kind: 'session', sessionId, via: 'post' })
    expect(calls.map(({ doubts }) => doubts)).toEqual([['found_though_not_found'], ['reveal_without_request']])
    expect(toTalk.map(({ doubts }) => doubts)).toEqual([['looked_up_at_wrong_number']])
    expect(above).toMatchObject([{ agent: 'xu.lan', measure: 'look_ups_a_day', count: 12, others: 2 }])
  })

  it('is marked as a demo that is whole, and nobody waits in it', async () => {
    const marks = await desk.database.prisma.meta.findMany({ where: { key: { startsWith: 'demo' } } })
    expect(Object.fromEntries(marks.map(({ key, value }) => [key, value]))).toEqual({ demo: 'yes', demo_made: 'yes' })
    const settings = await desk.runtime.unitOfWork.read((store) => store.settings.all())
    expect(settings).toMatchObject({ cooling_off_days: 0, recheck_hours: 0, supervisor_grace_hours: 0 })
  })

  it('names numbers to try that are really on file', async () => {
    expect(started.try).toHaveLength(4)
    for (const { what, phone } of started.try) {
      const found = await desk.runtime.unitOfWork.read((store) =>
        store.subjects.findByIdentifier('phone', phone.replaceAll(' ', '')),
      )
      expect(found, what).toHaveLength(what.includes('two people') ? 2 : 1)
    }
  })
})

describe('a start', () => {
  it('leaves a desk alone that is somebody’s own', async () => {
    const config = await emptyDesk('sqlite')
    const first = { email: 'first@example.org', passwordHash: 'hash' }
    await using(config, (desk) => desk.command(recordFirstAdministrator, first, { kind: 'operator' }))
    expect(await start(config)).toEqual({ created: false, sign_ins: [], try: [] })
    expect(await using(config, (desk) => desk.database.prisma.subject.count())).toBe(0)
  })

  it('makes no demo where none is wanted', async () => {
    const config = { ...(await emptyDesk('sqlite')), demo: false }
    expect(await start(config)).toEqual({ created: false, sign_ins: [], try: [] })
    expect(await using(config, (desk) => desk.database.prisma.staff.count())).toBe(0)
  })
})

describe('the people of the demo', () => {
  it('are the same every time, and a small demo has the first ones of a large one', () => {
    const few = demoPeople(300)
    expect(demoPeople(300)).toEqual(few)
    expect(demoPeople(1_000).slice(0, 300)).toEqual(few)
    expect(new Set(few.map((one) => one.external_id)).size).toBe(300)
  })

  it('include couples with one phone and people with two accounts', () => {
    const people = demoPeople(400)
    expect(people.filter((one) => one.sharesPhone)).toHaveLength(4)
    const ids = people.map((one) => one.national_id).filter((id) => id !== '')
    expect(ids.length - new Set(ids).size).toBe(2)
  })
})

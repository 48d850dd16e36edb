import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { requestStates } from '#domain/request/states.ts'
import { demoPeople } from '#server/demo/people.ts'
import { walletFile } from '#server/demo/wallet.ts'
import { demoEnd, openSmallDemo } from '#tests/support/demo-story.ts'

type Demo = Awaited<ReturnType<typeof openSmallDemo>>

const hour = 3_600_000

describe('the demo', () => {
  let demo: Demo
  beforeAll(async () => {
    demo = await openSmallDemo('sqlite', 300)
  }, 240_000)

  const requests = () => demo.desk.database.prisma.request.findMany()

  it('has a request in every state, some of them paused, and a queue that is full', async () => {
    const rows = await requests()
    const states = new Set(rows.map((row) => row.state))
    expect([...states].sort()).toEqual([...requestStates].sort())
    expect(rows.filter((row) => row.state === 'awaiting_approval').length).toBeGreaterThanOrEqual(12)
    const stored = await demo.desk.runtime.unitOfWork.read((store) =>
      Promise.all(rows.map((row) => store.requests.byId(row.id))),
    )
    const paused = new Set(stored.flatMap((one) => one?.request.pauses.map((pause) => pause.kind) ?? []))
    expect([...paused].sort()).toEqual(['disputed', 'on_hold', 'parked'])
    const outcomes = new Set(stored.flatMap((one) => one?.request.outcome?.result ?? []))
    expect([...outcomes]).toEqual(expect.arrayContaining(['full', 'retained']))
  })

  it('has something to decide within two days, and everything by people who had no part in it', async () => {
    const rows = (await requests()).filter((row) => row.state === 'awaiting_approval')
    const soon = rows.filter((row) => Math.abs((row.decideBy?.getTime() ?? 0) - demoEnd) < 48 * hour)
    expect(soon.length).toBeGreaterThan(0)
    for (const { requestId, humanRef } of await demo.desk.database.prisma.approval.findMany()) {
      expect(await demo.desk.database.prisma.requestPart.count({ where: { requestId, humanRef } })).toBe(0)
    }
  })

  it('was made by the commands alone: each request has the entries of its opening and of where it stands', async () => {
    for (const { caseCode, state } of await requests()) {
      const entries = await demo.desk.database.prisma.auditEntry.findMany({ where: { caseCode }, orderBy: { at: 'asc' } })
      const codes = entries.map((entry) => entry.what)
      expect(codes, caseCode).toContain('request.opened')
      if (state === 'completed' || state === 'completed_pending') expect(codes, caseCode).toContain('erasure.rechecked')
      if (state === 'rejected') expect(codes.some((code) => code === 'request.rejected' || code === 'request.gave_up')).toBe(true)
      for (const entry of entries) expect(entry.at.getTime()).toBeLessThanOrEqual(demoEnd)
    }
    expect(await demo.desk.database.prisma.auditUnsealed.count()).toBe(0)
  })

  it('leaves no work that a job could not do', async () => {
    expect(await demo.desk.database.prisma.job.count({ where: { state: 'needs_person' } })).toBe(0)
  })

  it('tells of the row that came back', async () => {
    const wallet = new Sqlite(walletFile(demo.desk.config.systemsDirectory), { readonly: true })
    try {
      const back = wallet.prepare(`SELECT customer_id FROM credit_score WHERE worked_out_on = '2018-01-31'`).all()
      expect(back).toHaveLength(1)
      const shared = wallet.prepare('SELECT COUNT(*) AS n FROM customer_order WHERE shared_with IS NOT NULL').get()
      expect((shared as { n: number }).n).toBeGreaterThan(0)
    } finally {
      wallet.close()
    }
  })

  it('is marked as a demo that is whole, and lets nobody newly decide', async () => {
    const marks = await demo.desk.database.prisma.meta.findMany({ where: { key: { startsWith: 'demo' } } })
    expect(Object.fromEntries(marks.map(({ key, value }) => [key, value]))).toEqual({ demo: 'yes', demo_made: 'yes' })
    const settings = await demo.desk.runtime.unitOfWork.read((store) => store.settings.all())
    expect(settings).toMatchObject({ cooling_off_days: 0, recheck_hours: 0, supervisor_grace_hours: 0 })
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

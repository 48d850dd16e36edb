import { describe, expect, it } from 'vitest'
import { makeDemo, storyMs } from '#server/demo/make-demo.ts'
import { demoSignIns } from '#server/demo/staff.ts'
import { openTestDesk } from '#tests/support/desk.ts'

const end = Date.parse('2026-11-20T08:00:00.000Z')

describe('the demo', () => {
  it('works', async () => {
    const { desk, clock } = await openTestDesk('sqlite', end - storyMs)
    await makeDemo(desk, clock, { people: 400, end, signIns: demoSignIns(desk.config.dataDirectory), say: (l) => process.stderr.write(`${l}\n`) })
    const rows = await desk.database.prisma.request.findMany({ orderBy: { openedAt: 'asc' } })
    for (const row of rows) process.stderr.write(`${row.kind} ${row.state} ${row.openedAt.toISOString()} due ${row.dueAt?.toISOString()} by ${row.decideBy?.toISOString()}\n`)
    const jobs = await desk.database.prisma.job.groupBy({ by: ['kind', 'state'], _count: true })
    process.stderr.write(JSON.stringify(jobs) + '\n')
    expect(rows.length).toBeGreaterThan(20)
  }, 240_000)
})

import { describe, expect, it } from 'vitest'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { day, openErasureStory } from '#tests/support/erasure-story.ts'

describe.each(['sqlite', 'postgresql'] as const)('a job that waits, on %s', (kind) => {
  it('for destroyed keys to leave every cache has not failed, and costs no try', async () => {
    const story = await openErasureStory(kind)
    await story.desk.command(setSetting, { key: 'recheck_hours', value: '0' }, { kind: 'operator' })
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    await story.work(7 * day)
    expect(await story.stateOf(caseCode)).toBe('completed_pending')
    const waiting = await story.desk.database.prisma.job.findMany({ where: { state: 'ready' } })
    expect(waiting).toMatchObject([{ attempts: 0, fault: null }])
    await story.work(60_000)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.desk.database.prisma.auditEntry.count({ where: { what: 'job.failed' } })).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { viewCase } from '#usecases/case/view-case.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

const systemsOf = async (story: ErasureStory, caseCode: string) =>
  (await story.desk.query(viewCase, { caseCode }, await story.as('auditor'))).systems

describe.each(['sqlite', 'postgresql'] as const)('a case under way, on %s', (kind) => {
  it('says when each system is tried again, and when it is asked the second time', async () => {
    const story = await openErasureStory(kind)
    const { desk, clock } = story
    const { caseCode, id } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    clock.advance(7 * day + 1)
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('completed_pending')
    const again = clock.now() + day
    expect(await systemsOf(story, caseCode)).toMatchObject([
      { system: 'rightsdesk', nextTryAt: null, nextAskAt: again }, { system: 'shop', nextTryAt: null, nextAskAt: again },
    ])

    // As its job is put back while a system is silent.
    const inside = { where: { key: { startsWith: `erasure.run_task:${id}:shop` } } }
    const runAt = new Date(clock.now() + 90_000)
    await desk.database.prisma.job.updateMany({ ...inside, data: { state: 'ready', runAt } })
    expect(await systemsOf(story, caseCode)).toMatchObject([{ nextTryAt: null }, { nextTryAt: runAt.getTime() }])
    await desk.database.prisma.job.updateMany({ ...inside, data: { state: 'done' } })

    await story.work(day + 1)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await systemsOf(story, caseCode)).toMatchObject([{ nextAskAt: null }, { nextAskAt: null }])
  })
})

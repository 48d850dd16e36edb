import { describe, expect, it } from 'vitest'
import { openCase } from '#usecases/case/open-case.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { resolveDispute } from '#usecases/request/resolve-dispute.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

/** Somebody who sounds like the person says on the line: that was not me. */
async function dispute(story: ErasureStory, caseCode: string, level = 1) {
  const { callId, agent } = await story.callAbout(story.subjects.ann, level, 'second')
  await story.desk.command(disputeRequest, { ...(await story.onCase(caseCode)), callId, words: 'I never called you.' }, agent)
}

const answer = async (story: ErasureStory, caseCode: string, upheld: boolean, which = 'other') =>
  story.desk.command(
    resolveDispute,
    { ...(await story.onCase(caseCode)), upheld, words: 'The number had been moved.' },
    await story.as('supervisor', which),
  )

describe.each(['sqlite', 'postgresql'] as const)('“that was not me”, on %s', (kind) => {
  it('is rejected as a fraud when it is upheld before the erasure, and nothing is marked or erased', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await dispute(story, caseCode)
    await story.work(8 * day)
    expect(await story.stateOf(caseCode)).toBe('cooling_off')

    const decider = await story.as('supervisor', 'other')
    const closed = await story.desk.query(viewCase, { caseCode }, decider)
    expect(closed.dispute).toMatchObject({ words: null, upheldBy: null })
    await story.desk.query(openCase, { caseCode }, decider)
    const shown = await story.desk.query(viewCase, { caseCode }, decider)
    expect(shown.dispute?.words).toBe('I never called you.')
    expect(shown.actions.resolveDispute).toBeNull()

    expect(await answer(story, caseCode, true)).toMatchObject({ state: 'rejected' })
    await story.work(8 * day)
    const later = await story.as('supervisor', 'other')
    expect((await story.desk.query(viewCase, { caseCode }, later)).rejection).toMatchObject({ code: 'fraud', ground: 'not_the_person' })
    expect(await story.barred('credit_scoring', 'phone', '+15147214711')).toBe(false)
    expect((await story.inStore((store) => store.subjects.get(story.subjects.ann)))?.status).toBe('active')
  })

  it('lets the case go on where it stopped when it is not upheld', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await dispute(story, caseCode)
    expect(await answer(story, caseCode, false)).toMatchObject({ state: 'cooling_off' })
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })

  it('is not answered by whoever approved the case', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await dispute(story, caseCode)
    const lock = (await story.desk.query(viewCase, { caseCode }, await story.as('supervisor'))).actions.resolveDispute
    expect(lock).toMatchObject({ key: 'approved_it' })
    await expect(answer(story, caseCode, true, '1')).rejects.toMatchObject({ code: 'not_allowed', reason: 'approved_it_yourself' })
  })

  it('needs a claim to be the person, and once it was answered a verified one', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await expect(dispute(story, caseCode, 0)).rejects.toMatchObject({ reason: 'level_too_low' })
    await dispute(story, caseCode)
    await answer(story, caseCode, false)
    await expect(dispute(story, caseCode)).rejects.toMatchObject({ reason: 'level_too_low' })
    await dispute(story, caseCode, 2)
  })

  it('is found an error by two once the erasure is complete in part', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    expect(await story.stateOf(caseCode)).toBe('completed_pending')
    await dispute(story, caseCode)
    await answer(story, caseCode, true, 'one')
    expect((await story.desk.query(viewCase, { caseCode }, await story.as('supervisor', 'one'))).actions.resolveDispute).toMatchObject({ key: 'second_person' })
    expect(await answer(story, caseCode, true, 'two')).toMatchObject({ state: 'completed' })
    expect(await story.logOf(caseCode)).toContain('request.erased_in_error')
    expect(await story.barred('credit_scoring', 'phone', '+15147214711')).toBe(false)
  })
})

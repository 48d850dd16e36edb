import { describe, expect, it } from 'vitest'
import { viewCase } from '#usecases/case/view-case.ts'
import { askAfterErasure } from '#usecases/erased/ask-after-erasure.ts'
import { askCorrection, askMark } from '#usecases/ineligibility/ask-mark.ts'
import { listIneligibility } from '#usecases/ineligibility/list-ineligibility.ts'
import { cancelRequest } from '#usecases/request/cancel-request.ts'
import type { Principal } from '#usecases/actor.ts'
import { verifiedCall } from '../support/caller-story.ts'
import { day, openErasureStory, people, type ErasureStory } from '../support/erasure-story.ts'

const key = () => crypto.randomUUID().replaceAll('-', '')

const mark = async (story: ErasureStory, by: Principal) =>
  askMark.run(
    story.desk,
    { query: people.ann.phone, service: 'credit_scoring', words: 'Order of the court', idempotencyKey: key() },
    by,
  )

const takeBack = async (story: ErasureStory, caseCode: string, by: Principal, callId: string | null = null) =>
  story.desk.command(cancelRequest, { ...(await story.onCase(caseCode)), callId }, by)

const shownTo = async (story: ErasureStory, caseCode: string, by: Principal) =>
  (await story.desk.query(viewCase, { caseCode }, by)).actions.cancel

describe.each(['sqlite', 'postgresql'] as const)('a mark asked for by mistake, on %s', (kind) => {
  it.each(['agent', 'supervisor'] as const)('is taken back by the %s who asked for it, without a call', async (role) => {
    const story = await openErasureStory(kind)
    const asks = await story.as(role, 'asks')
    const { caseCode } = await mark(story, asks)
    const [line] = (await story.desk.query(listIneligibility, {}, asks)).requests
    expect(line?.takeBack).toBe((await story.onCase(caseCode)).version)
    expect(await shownTo(story, caseCode, asks)).toBeNull()
    expect(await takeBack(story, caseCode, asks)).toMatchObject({ state: 'cancelled' })
    await story.work()
    expect(await story.barred('credit_scoring', 'phone', people.ann.phone)).toBe(false)
    expect(await story.logOf(caseCode)).toContain('request.cancelled')
    const told = await story.desk.database.prisma.notification.findMany({ where: { subjectId: story.subjects.ann } })
    expect(told.map((one) => one.template)).toContain('dropped_by_us')
    expect((await story.desk.query(listIneligibility, {}, asks)).requests).toEqual([])
  })

  it('is not taken back by anybody else, nor once it is carried out', async () => {
    const story = await openErasureStory(kind)
    const asks = await story.as('agent', 'asks')
    const { caseCode } = await mark(story, asks)
    const other = await story.as('supervisor', 'other')
    const { requests } = await story.desk.query(listIneligibility, {}, other)
    expect(requests).toMatchObject([{ caseCode, takeBack: null }])
    expect(await shownTo(story, caseCode, other)).toBeUndefined()
    await expect(takeBack(story, caseCode, other)).rejects.toMatchObject({ reason: 'not_the_opener' })
    await expect(takeBack(story, caseCode, await story.as('agent', 'other'))).rejects.toMatchObject({ reason: 'not_the_opener' })
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2, 'verifies')
    expect(await shownTo(story, caseCode, agent), 'nor for the person, who did not ask for it').toBeUndefined()
    await expect(takeBack(story, caseCode, agent, callId)).rejects.toMatchObject({ reason: 'not_the_opener' })
    await story.approve(caseCode, other)
    await story.work()
    expect(await story.barred('credit_scoring', 'phone', people.ann.phone)).toBe(true)
    await expect(takeBack(story, caseCode, asks)).rejects.toMatchObject({ code: 'precondition_failed' })
  })

  it('and its correction: by the supervisor who asked; one that the person asked for needs them on the line', async () => {
    const story = await openErasureStory(kind)
    const { caseCode: marked } = await mark(story, await story.as('supervisor', 'asks'))
    await story.approve(marked, await story.as('supervisor', 'other'))
    await story.work(day)
    const corrects = await story.as('supervisor', 'corrects')
    const { caseCode } = await askCorrection.run(
      story.desk, { caseCode: marked, service: '', words: 'Recycled.', idempotencyKey: key() }, corrects,
    )
    expect(await takeBack(story, caseCode, corrects)).toMatchObject({ state: 'cancelled' })

    const agent = await story.as('agent', 'hears')
    const { callId, subjectId, person } = await verifiedCall(story, agent, people.ann.phone)
    const about = person.decisions[0]?.correction
    const { caseCode: theirs } = await askAfterErasure.run(story.desk, {
      callId, subjectId, kind: 'ineligibility_correction', erasureId: about?.erasureId ?? '', entryId: about?.entryId ?? null,
      words: 'That is not my number.', contact: '', idempotencyKey: key(),
    }, agent)
    await expect(takeBack(story, theirs, agent)).rejects.toMatchObject({ reason: 'call_needed' })
    expect(await takeBack(story, theirs, agent, callId)).toMatchObject({ state: 'cancelled' })
  })
})

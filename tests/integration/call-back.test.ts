import { describe, expect, it } from 'vitest'
import { viewCase } from '#usecases/case/view-case.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { viewDesk } from '#usecases/desk/view-desk.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

const understood = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }

/** A deletion whose caller was steered by somebody else, or could not be told. */
async function parkedCase(kind: 'sqlite' | 'postgresql', result: 'under_pressure' | 'not_told' = 'under_pressure') {
  const story = await openErasureStory(kind)
  const { caseCode, id } = await story.askFor('deletion:account', story.subjects.ann, { result })
  return { story, caseCode, id }
}

const pauses = async (story: ErasureStory, id: string) =>
  (await story.inStore((store) => store.requests.byId(id)))?.request.pauses ?? []

describe.each(['sqlite', 'postgresql'] as const)('a call-back, on %s', (kind) => {
  it('takes a parked case up again once its person is verified and was told, and submits it', async () => {
    const { story, caseCode, id } = await parkedCase(kind)
    expect(await pauses(story, id)).toMatchObject([{ kind: 'parked', reason: 'under_pressure' }])
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2, 'other')
    const input = { ...(await story.onCase(caseCode)), callId, told: understood }
    const answer = await callBack.run(story.desk, input, agent)
    expect(answer).toEqual({ submitted: true })
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    expect(await pauses(story, id)).toEqual([])
    const said = await story.logOf(caseCode)
    expect(said).toEqual(expect.arrayContaining(['verification.called_back', 'request.told', 'request.unparked', 'request.submitted']))
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })

  it('that reaches somebody who is not surely the person, or is steered again, leaves it where it is', async () => {
    const { story, caseCode, id } = await parkedCase(kind)
    const { callId, agent } = await story.callAbout(story.subjects.ann, 1, 'other')
    const unsure = callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId, told: understood }, agent)
    await expect(unsure).rejects.toMatchObject({ reason: 'level_too_low' })
    const sure = await story.callAbout(story.subjects.ann, 2, 'third')
    const again = { ...(await story.onCase(caseCode)), callId: sure.callId, told: { ...understood, result: 'under_pressure' } }
    expect(await callBack.run(story.desk, again, sure.agent)).toEqual({ submitted: false })
    expect(await pauses(story, id)).toMatchObject([{ kind: 'parked', reason: 'under_pressure' }])
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
  })

  it('that nobody answers is counted, and the third time they are written to', async () => {
    const { story, caseCode, id } = await parkedCase(kind, 'not_told')
    const agent = await story.as('agent')
    for (const tries of [1, 2, 3]) {
      await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId: null, told: null }, agent)
      expect(await pauses(story, id)).toMatchObject([{ tries, inWritingAt: tries === 3 ? story.clock.now() : null }])
    }
  })

  it.each(['not_told', 'under_pressure'] as const)('comes at the time that was promised last, where the case was parked as %s in that call', async (result) => {
    const story = await openErasureStory(kind)
    const { ann } = story.subjects
    const call = await story.callAbout(ann, 2)
    const told = { ...understood, result }
    const { caseCode } = await submitFromCall.run(story.desk, {
      callId: call.callId, subjectId: ann, choiceId: 'deletion:account', told, words: '', idempotencyKey: crypto.randomUUID(),
    }, call.agent)
    const promisedAt = async () => {
      const { pauses: [pause] } = await story.desk.query(viewCase, { caseCode }, await story.as('supervisor'))
      return pause?.until
    }
    const first = await promisedAt()
    const callBackAt = story.clock.now() + 5 * day
    expect(first, 'a time of the house').not.toBe(callBackAt)
    await story.inStore(async (store) => {
      const record = await store.calls.get(call.callId)
      if (record !== null) await store.calls.save({ ...record, subjectId: ann, found: 'one' })
    })
    await story.desk.command(wrapUpCall, { callId: call.callId, outcome: 'promised_call', note: '', callBackAt }, call.agent)
    expect(await promisedAt()).toBe(callBackAt)
    const idle = await story.desk.query(viewDesk, { locale: 'en', incoming: null }, call.agent)
    const line = { caseCode, at: callBackAt, zone: 'Asia/Shanghai' }
    expect(idle).toMatchObject({ callBacks: [line], yoursToMove: [{ caseCode, at: callBackAt }] })
    expect(await story.logOf(caseCode)).toContain('request.looked_at')

    // A try in vain moves it for both lists.
    const agent = await story.as('agent')
    await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId: null, told: null }, agent)
    const moved = await promisedAt()
    expect(moved).not.toBe(callBackAt)
    const after = await story.desk.query(viewDesk, { locale: 'en', incoming: null }, agent)
    expect(after).toMatchObject({ callBacks: [{ caseCode, at: moved }], yoursToMove: [{ caseCode, at: moved }] })
  })

  it('stays at the time of the house where the call promised none', async () => {
    const { story, caseCode, id } = await parkedCase(kind)
    const before = await pauses(story, id)
    const callId = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.origin.callId
    await story.desk.command(wrapUpCall, { callId, outcome: 'request_opened', note: '', callBackAt: null }, await story.as('agent'))
    expect(await pauses(story, id)).toEqual(before)
  })
})

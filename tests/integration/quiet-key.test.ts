import { describe, expect, it } from 'vitest'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { foreseePlan } from '#usecases/plan/foresee-plan.ts'
import { parkRequest } from '#usecases/request/park-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { waitingCounts } from '#usecases/session/waiting-counts.ts'
import { callScreen, entriesOf } from '#tests/support/caller-story.ts'
import { openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'
import { confirmedBy } from '#tests/support/seen-numbers.ts'

const key = () => crypto.randomUUID().replaceAll('-', '')
const said = (result: string) => ({ result, scriptVersion: '1', locale: 'en', inWriting: false })

/** A verified caller on the line, as the agent's screen has them. */
async function onTheLine(kind: 'sqlite' | 'postgresql') {
  const story = await openErasureStory(kind)
  const { callId, agent } = await story.callAbout(story.subjects.ann, 2)
  await story.desk.database.prisma.call.update({
    where: { id: callId }, data: { subjectId: story.subjects.ann, found: 'one', foundBy: 'email' },
  })
  const submit = async (choiceId: string, result: string | null) =>
    submitFromCall.run(story.desk, {
      callId, subjectId: story.subjects.ann, choiceId, told: result === null ? null : said(result), words: '',
      idempotencyKey: key(),
    }, agent)
  const shown = async () => {
    const { person } = await callScreen(story, agent)
    if (person.found !== 'verified') throw new Error('the caller is not verified')
    return person
  }
  return { story, callId, agent, submit, shown }
}

const requestOf = async (story: ErasureStory, caseCode: string) => {
  const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
  if (stored === null) throw new Error('no such case')
  return stored.request
}

const word = /park|quiet|pressure|steer|call_back/i

describe.each(['sqlite', 'postgresql'] as const)('the quiet key, on %s', (kind) => {
  it('keeps what somebody is steered into from running, whatever they are steered into, and looks submitted', async () => {
    const { story, callId, agent, submit, shown } = await onTheLine(kind)
    const answer = await submit('deregistration:credit_scoring', 'under_pressure')
    expect(answer.shows).toBe('awaiting_approval')
    const { caseCode } = answer
    expect(await requestOf(story, caseCode)).toMatchObject({
      state: 'awaiting_verification', pauses: [{ kind: 'parked', reason: 'under_pressure' }],
    })
    expect(await story.desk.query(waitingCounts, {}, agent), 'nor does the navigation count it').toEqual({ cases: 0 })
    const { submitted, waiting, openRequests, warnings } = await shown()
    // As a de-registration that runs: whoever looks on has read that it takes effect at once.
    expect(submitted).toMatchObject([{ caseCode, shows: 'submitted', next: { key: 'at_once' } }])
    expect(openRequests).toMatchObject([{ caseCode, state: 'executing' }])
    expect(waiting).toEqual([])
    expect(JSON.stringify([openRequests, warnings])).not.toMatch(word)
    const page = await story.desk.query(viewCase, { caseCode }, agent)
    expect(page).toMatchObject({
      state: 'executing', head: { key: 'executing', params: { done: 0, total: 1 } }, systems: [{ name: 'shop', state: 'planned' }],
    })
    expect(JSON.stringify({ ...page, actions: {}, history: page.history.map(({ what }) => what) })).not.toMatch(word)
    expect(await story.logOf(caseCode)).toContain('request.parked')
    await story.work()
    expect((await requestOf(story, caseCode)).state).toBe('awaiting_verification')

    // Reached on their own at the number on file, they say so themselves, and it runs.
    const end = { callId, outcome: 'request_opened', note: '', callBackAt: null }
    await story.desk.command(wrapUpCall, end, agent)
    expect(await story.desk.query(waitingCounts, {}, agent)).toEqual({ cases: 1 })
    const later = await story.callAbout(story.subjects.ann, 2, 'other')
    const reached = { ...(await story.onCase(caseCode)), callId: later.callId, told: null, promisedAt: null }
    await expect(callBack.run(story.desk, reached, later.agent), 'its numbers come first').rejects.toMatchObject({ reason: 'numbers_first' })
    const confirmed = confirmedBy(await foreseePlan.run(story.desk, { callId: later.callId, caseCode }, later.agent))
    expect(await callBack.run(story.desk, { ...reached, confirmed }, later.agent)).toEqual({ submitted: true })
  })

  it('stops a case that was submitted a moment ago, and one from before, without a word of it on the screen', async () => {
    const { story, callId, agent, submit, shown } = await onTheLine(kind)
    const { caseCode } = await submit('deletion:account', 'understood')
    expect((await shown()).submitted).toMatchObject([{ caseCode, quiet: true, shows: 'submitted' }])
    await story.desk.command(parkRequest, { caseCode, callId }, agent)
    expect(await requestOf(story, caseCode)).toMatchObject({
      state: 'awaiting_approval', told: null, pauses: [{ kind: 'parked', reason: 'under_pressure' }],
    })
    const { submitted, waiting } = await shown()
    expect(submitted).toMatchObject([{ caseCode, quiet: true, shows: 'submitted' }])
    expect(waiting).toEqual([])
    const page = await story.desk.query(viewCase, { caseCode }, agent)
    expect(page.history.map(({ what }) => what)).not.toContain('request.parked')
    await expect(story.approve(caseCode)).rejects.toMatchObject({ reason: 'paused' })

    // Pressed again it answers alike; the log knows.
    await story.desk.command(parkRequest, { caseCode, callId }, agent)
    const entries = (await entriesOf(story)).filter(({ what }) => what === 'request.parked')
    expect(entries.map(({ outcome }) => outcome)).toEqual(['ok', 'denied'])

    story.clock.advance(60_000)
    await story.desk.command(wrapUpCall, { callId, outcome: 'request_opened', note: '', callBackAt: null }, agent)
    const { callId: next, agent: other } = await story.callAbout(story.subjects.ann, 2, 'other')
    const steeredAgain = story.desk.command(parkRequest, { caseCode, callId: next }, other)
    expect(await steeredAgain).toMatchObject({ caseCode })
    const stranger = await story.callAbout(story.subjects.bob, 2, 'third')
    const notTheirs = story.desk.command(parkRequest, { caseCode, callId: stranger.callId }, stranger.agent)
    await expect(notTheirs).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

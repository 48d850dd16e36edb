import { describe, expect, it } from 'vitest'
import { currentState } from '#domain/consent/current-state.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { viewIntake } from '#usecases/intake/view-intake.ts'
import { answerObjection } from '#usecases/request/answer-objection.ts'
import { foreseePlan } from '#usecases/plan/foresee-plan.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { addService } from '#usecases/service/add-service.ts'
import { verifiedCall } from '../support/caller-story.ts'
import { openErasureStory, people, type ErasureStory } from '../support/erasure-story.ts'
import { confirmedBy } from '#tests/support/seen-numbers.ts'

const letter = (over: object) => ({
  channel: 'letter', receivedOn: '2026-02-20', query: people.ann.email, contact: '', locale: 'en', words: '',
  idempotencyKey: crypto.randomUUID().replaceAll('-', ''), ...over,
})

const take = async (story: ErasureStory, over: object, which?: string) =>
  story.desk.command(recordIntake, letter(over), await story.as('agent', which))

const requestOf = async (story: ErasureStory, caseCode: string) =>
  (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request

/** Goes on with what waited, in a call with its verified person. */
async function goOn(story: ErasureStory, caseCode: string, subjectId: string, erases = false) {
  const { callId, agent } = await story.callAbout(subjectId, 2, 'verifies')
  const confirmed = erases ? confirmedBy(await foreseePlan.run(story.desk, { callId, caseCode }, agent)) : null
  return callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId, told: null, confirmed }, agent)
}

const withMarketing = async (story: ErasureStory) =>
  story.desk.command(
    addService, { key: 'shop_club', purposes: ['shop_club', 'marketing'], restsOn: 'shop_club' }, { kind: 'operator' },
  )

describe.each(['sqlite', 'postgresql'] as const)('what a letter asks for, on %s', (kind) => {
  it('can be to be set free of a box that was ticked already, which costs nothing', async () => {
    const story = await openErasureStory(kind)
    const { bob } = story.subjects
    const query = people.bob.email
    await expect(take(story, { kind: 'void_enrolment', scope: 'account', query })).rejects.toMatchObject({ fields: { scope: 'no_service' } })
    const { caseCode } = await take(story, { kind: 'void_enrolment', scope: 'credit_scoring', query })
    expect(await requestOf(story, caseCode)).toMatchObject({ kind: 'void_enrolment', state: 'awaiting_verification' })
    await goOn(story, caseCode, bob, true)
    await story.work(1000)
    expect(await story.barred('credit_scoring', 'phone', people.bob.phone)).toBe(false)
    expect(['executing', 'rechecking', 'completed_pending', 'completed']).toContain(await story.stateOf(caseCode))
  })

  it('can be no more of one thing, which takes no proof and goes on by itself', async () => {
    const story = await openErasureStory(kind)
    await withMarketing(story)
    const { purposes } = await story.desk.query(viewIntake, {}, await story.as('agent'))
    expect(purposes.map((one) => one.key)).toEqual(['marketing'])
    for (const purpose of ['credit_scoring', 'nothing']) {
      await expect(take(story, { kind: 'consent_withdrawal', purpose })).rejects.toMatchObject({ fields: { purpose: 'unknown_purpose' } })
    }
    const { caseCode } = await take(story, { kind: 'consent_withdrawal', purpose: 'marketing' })
    await story.work()
    expect(await requestOf(story, caseCode)).toMatchObject({ state: 'completed', purpose: { key: 'marketing' }, kind: 'consent_withdrawal' })
    const events = await story.inStore((store) => store.consents.events(story.subjects.ann))
    expect(currentState('marketing', events).state).toBe('ConsentWithdrawn')
    expect(currentState('credit_scoring', events).state, 'and nothing else changes').toBe('ConsentGiven')
    const unknown = await take(story, { kind: 'consent_withdrawal', purpose: 'marketing', query: 'nobody@example.org' })
    await story.work()
    expect(await requestOf(story, unknown.caseCode)).toMatchObject({ state: 'awaiting_verification', subjects: [] })
  })

  it('can be to object to what was decided in a case, and is answered once its person is verified', async () => {
    const story = await openErasureStory(kind)
    const refused = await story.ask('deletion:account', 'ann')
    await story.desk.command(rejectRequest, {
      ...(await story.onCase(refused.caseCode)), code: 'manifestly_excessive', ground: 'gdpr_12_5', text: 'Too often.',
    }, await story.as('supervisor', 'refuses'))
    const spoken = refused.caseCode.toLowerCase().replace(/(.{4})/g, '$1 ')
    const input = { kind: 'objection', about: spoken, words: 'It was the first time.' }
    await expect(take(story, { ...input, words: '' })).rejects.toMatchObject({ fields: { words: 'too_short' } })
    await expect(take(story, { ...input, about: 'nothing' })).rejects.toMatchObject({ fields: { about: 'case_code' } })
    const { caseCode } = await take(story, input)
    expect(await requestOf(story, caseCode)).toMatchObject({
      kind: 'objection', about: refused.id, scope: { scope: 'account' }, state: 'awaiting_verification',
    })
    const agent = await story.as('agent', 'calls')
    const { callId, person } = await verifiedCall(story, agent, people.ann.phone)
    expect(person.waiting).toMatchObject([{ caseCode, kind: 'objection', why: 'unverified', script: null }])
    await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId, told: null }, agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    const { planHash } = (await requestOf(story, caseCode)) ?? {}
    const answer = async (which: string) => story.desk.command(answerObjection, {
      ...(await story.onCase(caseCode)), planHash, upheld: false, words: 'It was not.', confirm: caseCode.slice(-5),
    }, await story.as('supervisor', which))
    await expect(answer('refuses')).rejects.toMatchObject({ reason: 'had_part_in_subject' })
    expect(await answer('other')).toMatchObject({ state: 'executing' })
  })

  it('is taken in alike about somebody else’s case, which it then does not name', async () => {
    const story = await openErasureStory(kind)
    const { caseCode: theirs } = await story.ask('deletion:account', 'cleo')
    const input = { kind: 'objection', about: theirs, words: 'I object to this.' }
    const taken = await take(story, input)
    expect(Object.keys(taken).toSorted()).toEqual(['caseCode', 'found', 'hasContact', 'version'])
    expect(await requestOf(story, taken.caseCode)).toMatchObject({ about: null, scope: { scope: 'account' } })
  })
})

import { describe, expect, it } from 'vitest'
import { handOverCall } from '#usecases/call/hand-over-call.ts'
import { setCallerLanguage } from '#usecases/call/set-caller-language.ts'
import { switchSubject } from '#usecases/call/switch-subject.ts'
import { takeOverCall } from '#usecases/call/take-over-call.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { retryNotification } from '#usecases/notification/retry-notification.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { addRepresentative } from '#usecases/verification/add-representative.ts'
import { checkAuthority, checkDocument } from '#usecases/verification/judge-check.ts'
import { noteProof } from '#usecases/verification/note-proof.ts'
import { objectToCheck } from '#usecases/verification/object-to-check.ts'
import { anybody } from '#usecases/views/hand-over.ts'
import { hour, judged, passCode, represent, wayOf } from '../support/caller-checks.ts'
import { callScreen, entriesOf, lookUp } from '../support/caller-story.ts'
import { openErasureStory, people, type ErasureStory } from '../support/erasure-story.ts'

const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }

/** Somebody calls for Ann. */
async function callFor(story: ErasureStory) {
  const agent = await story.as('agent')
  return { agent, callId: await lookUp(story, agent, people.ann.phone) }
}

/** Their contact is verified, their authority checked, and they ask for Ann's data to be deleted. */
async function asked(
  story: ErasureStory,
  capacity: 'guardian' | 'heir',
  { choiceId = 'deletion:credit_scoring', locale = 'en' } = {},
) {
  const { agent, callId } = await callFor(story)
  await story.desk.command(setCallerLanguage, { callId, locale }, agent)
  const { checkId } = await represent(story, agent, callId, capacity)
  await passCode(story, agent, callId, checkId)
  await judged(story, checkId)
  const { caseCode } = await submitFromCall.run(story.desk, {
    callId, subjectId: story.subjects.ann, choiceId, told, words: '', idempotencyKey: 'c'.repeat(32),
  }, await story.as('agent'))
  return { agent, callId, checkId, caseCode }
}

describe.each(['sqlite', 'postgresql'] as const)('a representative, on %s', (kind) => {
  it('reaches level 2 by a contact of their own and a checked authority together, not by one of them', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const { checkId } = await represent(story, agent, callId)
    const way = (await callScreen(story, agent)).person
    const own = way.found === 'locked' ? way.ways.find(({ wayId }) => wayId === checkId) : undefined
    expect(own).toMatchObject({ gives: 1, against: [{ key: 'can_not_act' }], lock: null, check: { capacity: 'guardian' } })
    expect(await passCode(story, agent, callId, checkId), 'the authority waits').toBe(1)
    expect((await callScreen(story, agent)).person.found).toBe('locked')
    await judged(story, checkId)
    const { person, call } = await callScreen(story, agent)
    expect(person.found).toBe('verified')
    expect(call.assurance).toMatchObject({ level: 2, by: { key: 'representative' } })
  })

  it('is verified anew in another call, where the authority alone opens nothing', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const { checkId } = await represent(story, agent, callId)
    await judged(story, checkId)
    const other = await story.as('agent', 'other')
    const second = await lookUp(story, other, people.ann.phone)
    expect((await callScreen(story, other)).person.found).toBe('locked')
    expect(await passCode(story, other, second, checkId)).toBe(2)
    const joined = (await entriesOf(story)).filter(({ what }) => what === 'call.party_added').map((entry) => entry.callId)
    expect(joined).toEqual([callId, second])
  })

  it('is verified anew where the call was handed over and the line ended, though their authority is checked later', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const { checkId } = await represent(story, agent, callId)
    expect(await passCode(story, agent, callId, checkId)).toBe(1)
    const other = await story.as('agent', 'other')
    await story.desk.command(handOverCall, { callId, to: anybody, line: 'ends' }, agent)
    await story.desk.command(takeOverCall, { callId }, other)
    await judged(story, checkId)
    expect((await callScreen(story, other)).call.assurance.level).toBe(0)
    expect(await passCode(story, other, callId, checkId)).toBe(2)
  })

  it('is noted as a party where the call had found two accounts before and was turned to one of them', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const { checkId } = await represent(story, agent, callId)
    await judged(story, checkId)
    await story.inStore(async (store) => {
      for (const { externalId, phone, email } of [people.ann, people.bob]) {
        const identifiers = { phone, email, national_id: 'CN:11010519491231002X' }
        await store.subjects.put({ externalId, identifiers }, story.clock.now(), 'test')
      }
    })
    const other = await story.as('agent', 'other')
    const second = await lookUp(story, other, people.ann.phone)
    await lookUp(story, other, '11010519491231002X', second)
    expect((await callScreen(story, other)).person.found).toBe('several')
    await story.desk.command(switchSubject, { callId: second, subjectId: story.subjects.ann }, other)
    expect(await passCode(story, other, second, checkId)).toBe(2)
    const joined = (await entriesOf(story)).filter(({ what }) => what === 'call.party_added').map((entry) => entry.callId)
    expect(joined).toEqual([callId, second])
    expect(await story.inStore((store) => store.calls.parties(second))).toMatchObject([
      { role: 'representative', subjectId: story.subjects.ann },
    ])
  })

  it('is told of the case at their own contact when the person died, and so after the erasure', async () => {
    const story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    const { caseCode, checkId } = await asked(story, 'heir')
    const id = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.id ?? ''
    await story.approve(caseCode, await story.as('supervisor', 'approves'))
    await story.work(8 * 24 * hour)
    await story.work(24 * hour)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const sent = await story.desk.database.prisma.notification.findMany({ where: { requestId: id } })
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter((one) => one.identifierId !== checkId)).toEqual([])
    expect(sent.filter((one) => one.state !== 'sent')).toEqual([])
  })

  it('is told at their own contact and in their language also once the account of who died is gone', async () => {
    const story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    const { caseCode } = await asked(story, 'heir', { choiceId: 'deletion:account', locale: 'zh-CN' })
    const id = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.id ?? ''
    await story.approve(caseCode, await story.as('supervisor', 'approves'))
    await story.work(8 * 24 * hour)
    await story.work(24 * hour)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const sealed = await story.inStore((store) => store.erasure.sealed(id, 'contact', null))
    expect(JSON.parse(sealed ?? '')).toEqual({ type: 'phone', value: '+8613700001111', locale: 'zh-CN' })
    const sent = await story.desk.database.prisma.notification.findMany({ where: { requestId: id, sealedId: id } })
    expect(sent.map(({ template, channel, locale, state }) => [template, channel, locale, state])).toContainEqual([
      'completed_retained', 'sms', 'zh-CN', 'sent',
    ])
  })

  it('is told what had failed to reach the person before anybody knew that they died', async () => {
    const story = await openErasureStory(kind)
    const { id } = await story.ask('deletion:account', 'ann')
    await story.work()
    const { prisma } = story.desk.database
    const message = await prisma.notification.findFirstOrThrow({ where: { requestId: id } })
    await story.inStore((store) => store.notifications.end(message.id, 'failed', 'sms_refused', story.clock.now()))
    const agent = await story.as('agent', 'other')
    const { checkId } = await represent(story, agent, await lookUp(story, agent, people.ann.phone), 'heir')
    await judged(story, checkId)
    await story.desk.command(retryNotification, { notificationId: message.id }, await story.as('administrator'))
    const again = await prisma.notification.findUniqueOrThrow({ where: { id: message.id } })
    expect(again).toMatchObject({ state: 'queued', identifierId: checkId })
  })

  it.each([['guardian', true], ['heir', false]] as const)('who is %s, found in order: %s, says of nobody that they died', async (capacity, fits) => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const { checkId } = await represent(story, agent, callId, capacity)
    await judged(story, checkId, fits)
    const { id, caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    await story.approve(caseCode, await story.as('supervisor', 'approves'))
    await story.work(8 * 24 * hour)
    expect(await story.barred('credit_scoring', 'phone', people.ann.phone)).toBe(true)
    const told = await story.desk.database.prisma.notification.findMany({ where: { requestId: id } })
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter((one) => one.identifierId === checkId)).toEqual([])
  })

  it('opens nothing with an authority that a supervisor found wrong', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const { checkId } = await represent(story, agent, callId)
    await passCode(story, agent, callId, checkId)
    await judged(story, checkId, false)
    expect((await callScreen(story, agent)).person.found).toBe('locked')
    await expect(passCode(story, agent, callId, checkId)).rejects.toMatchObject({ reason: 'code_not_possible' })
  })

  it('tells the person at their own contacts, unless an heir says that they died', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const { prisma } = story.desk.database
    const templates = async () => (await prisma.notification.findMany()).map(({ template }) => template)
    await represent(story, agent, callId, 'heir')
    expect(await templates()).toEqual([])
    await represent(story, agent, callId, 'power_of_attorney')
    expect(await templates()).toEqual(['represented', 'represented'])
  })

  it('ends when the person says that nobody acts for them, and what was opened so is disputed', async () => {
    const story = await openErasureStory(kind)
    const { agent, checkId, caseCode } = await asked(story, 'guardian')
    const ann = await story.as('agent', 'other')
    const callId = await lookUp(story, ann, people.ann.phone)
    await story.desk.command(noteProof, { callId, proof: 'answers' }, ann)
    await story.desk.command(objectToCheck, { callId, checkId }, ann)
    expect((await callScreen(story, agent)).person.found).toBe('locked')
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request.pauses.map((pause) => pause.kind)).toEqual(['disputed'])
  })

  it('is shown on the case, whose decision is not for who checked the authority', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId, caseCode } = await asked(story, 'guardian')
    // What they showed opens nothing for the next voice; what was asked by it stays asked by it.
    await story.desk.command(handOverCall, { callId, to: anybody, line: 'ends' }, agent)
    await story.desk.command(takeOverCall, { callId }, await story.as('agent', 'other'))
    const checker = await story.as('supervisor')
    const view = await story.desk.query(viewCase, { caseCode }, checker)
    expect(view.path[0]?.note).toMatchObject({ key: 'for_them', params: { capacity: 'guardian' } })
    const { opened } = await story.desk.query(viewApprovals, { caseCode }, checker)
    expect(opened?.verified).toMatchObject({ level: 2, by: { key: 'representative' } })
    expect(opened?.locks.approve).toMatchObject({ key: 'took_part' })
    await story.as('supervisor', '2')
    story.clock.advance(25 * hour)
    const planHash = opened?.plan?.hash ?? null
    const decision = { ...(await story.onCase(caseCode)), planHash, confirm: caseCode.slice(-5) }
    await expect(story.desk.command(approveRequest, decision, await story.as('supervisor'))).rejects.toMatchObject({ reason: 'took_part' })
    await story.approve(caseCode, await story.as('supervisor', '2'))
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
  })

  it('keeps who checks afterwards from deciding what lies there already', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const { agent, callId } = await callFor(story)
    const { checkId } = await represent(story, agent, callId)
    await judged(story, checkId)
    await expect(story.approve(caseCode)).rejects.toMatchObject({ reason: 'took_part' })
  })

  it('never marks who died, though their enrolment was valid', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await asked(story, 'heir')
    const { person } = await callScreen(story, await story.as('agent'))
    expect(person.found === 'verified' ? person.warnings.map(({ key }) => key) : []).toContain('deceased')
    await story.as('supervisor', '2')
    story.clock.advance(25 * hour)
    await story.approve(caseCode, await story.as('supervisor', '2'))
    await story.work(8 * 24 * hour)
    await story.work(25 * hour)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.barred('credit_scoring', 'phone', people.ann.phone)).toBe(false)
    expect(await story.logOf(caseCode)).toContain('registry.not_marked')
    expect(await story.logOf(caseCode)).not.toContain('registry.marked')
  })

  it('leaves nothing behind once the account is erased: no claim, no party, no contact of theirs', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const { checkId } = await represent(story, agent, callId)
    await passCode(story, agent, callId, checkId)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await story.work(7 * 24 * hour)
    await story.work(24 * hour)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const { prisma } = story.desk.database
    const left = [prisma.callerCheck.count(), prisma.callParty.count(), prisma.verification.count()]
    expect(await Promise.all(left)).toEqual([0, 0, 0])
  })

  it('is named with a capacity, a reference and a contact; three at once, and each by the verb that is for it', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId } = await callFor(story)
    const name = (more: object) =>
      story.desk.command(addRepresentative, { callId, capacity: 'guardian', reference: 'CT-2026-0031', contact: 'g@example.org', ...more }, agent)
    await expect(name({ capacity: 'neighbour' })).rejects.toMatchObject({ fields: { capacity: 'choose' } })
    await expect(name({ reference: 'trust me' })).rejects.toMatchObject({ fields: { reference: 'coded_reference' } })
    await expect(name({ contact: '12' })).rejects.toMatchObject({ fields: { contact: 'contact' } })
    const { checkId } = await name({})
    const supervisor = await story.as('supervisor')
    await expect(story.desk.command(checkDocument, { checkId, version: 1, fits: true }, supervisor)).rejects.toMatchObject({ code: 'not_found' })
    await expect(story.desk.command(checkAuthority, { checkId: crypto.randomUUID(), version: 1, fits: true }, supervisor)).rejects.toMatchObject({ code: 'not_found' })
    await name({ capacity: 'power_of_attorney' })
    await name({ capacity: 'heir' })
    await expect(name({})).rejects.toMatchObject({ reason: 'check_under_way' })
    expect((await wayOf(story, agent, 'representative')).check).not.toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import type { Principal } from '#usecases/actor.ts'
import { beginCallBack } from '#usecases/call/begin-call-back.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { foreseePlan } from '#usecases/plan/foresee-plan.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { giveUpRequest } from '#usecases/request/give-up-request.ts'
import { showNumber } from '#usecases/request/show-number.ts'
import { viewShift } from '#usecases/shift/view-shift.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import type { DeskIdleView } from '#usecases/views/desk.ts'
import { callScreen, entriesOf, screen } from '#tests/support/caller-story.ts'
import { day, openErasureStory, people, type ErasureStory, type Person } from '#tests/support/erasure-story.ts'
import { confirmedBy } from '#tests/support/seen-numbers.ts'

const minute = 60_000
const understood = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }

/** A deletion that nobody could be told of: it waits for a call of ours. */
async function parked(kind: 'sqlite' | 'postgresql', person: Person = 'ann') {
  const story = await openErasureStory(kind)
  const { caseCode, id } = await story.askFor('deletion:account', story.subjects[person], { result: 'not_told' })
  await wrapUpAll(story)
  return { story, caseCode, id, agent: await story.as('agent', 'other') }
}

const wrapUpAll = (story: ErasureStory) =>
  story.desk.database.prisma.call.updateMany({
    data: { wrappedUpAt: new Date(story.clock.now()), endedAt: new Date(story.clock.now()) },
  })

async function idle(story: ErasureStory, agent: Principal): Promise<DeskIdleView> {
  const view = await screen(story, agent)
  if (view.state !== 'idle') throw new Error('a call goes on')
  return view
}

const dial = (story: ErasureStory, caseCode: string, as: Principal) => story.desk.query(showNumber, { caseCode }, as)
const begin = async (story: ErasureStory, caseCode: string, as: Principal) =>
  story.desk.command(beginCallBack, await story.onCase(caseCode), as)
const nobody = async (story: ErasureStory, caseCode: string, as: Principal, promisedAt: number | null = null) =>
  callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId: null, told: null, promisedAt }, as)
const pauseOf = async (story: ErasureStory, id: string) =>
  (await story.inStore((store) => store.requests.byId(id)))?.request.pauses[0]

describe.each(['sqlite', 'postgresql'] as const)('calling somebody back, on %s', (kind) => {
  it('goes by the number on file, shown for one case, for thirty seconds and for one reason, and written down', async () => {
    const { story, caseCode, agent } = await parked(kind)
    const view = await idle(story, agent)
    expect(view.callBacks).toMatchObject([{ caseCode, callable: true, promised: false, opens: false }])
    expect(JSON.stringify(view)).not.toContain(people.ann.phone)
    const shown = await dial(story, caseCode, agent)
    expect(shown).toMatchObject({ value: people.ann.phone, until: story.clock.now() + 30_000 })
    const entries = (await entriesOf(story)).filter(({ what }) => what === 'person.revealed')
    expect(entries).toMatchObject([{ outcome: 'ok', callId: null }])
    const said = JSON.parse(entries[0]?.text ?? '{}') as { case: string; data: object; subjects: string[] }
    expect(said).toMatchObject({ case: caseCode, data: { field: 'phone', reason: 'call_back' }, subjects: [story.subjects.ann] })
    expect((await entriesOf(story)).map(({ text }) => text).join()).not.toContain(people.ann.phone.slice(1))
    if (agent.kind !== 'session') throw new Error('an agent is signed in')
    await expect(dial(story, caseCode, { ...agent, via: 'get' })).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await dial(story, caseCode, await story.as('supervisor'))).toMatchObject({ value: people.ann.phone })
    for (const role of ['auditor', 'administrator'] as const) {
      await expect(dial(story, caseCode, await story.as(role))).rejects.toMatchObject({ code: 'not_allowed' })
    }
  })

  it('begins a call in which the person is verified by it, and there what waited is told and goes on', async () => {
    const { story, caseCode, agent } = await parked(kind)
    await expect(begin(story, caseCode, agent)).rejects.toMatchObject({ reason: 'number_not_shown' })
    await dial(story, caseCode, agent)
    story.clock.advance(31 * minute)
    await story.as('agent', 'other')
    await expect(begin(story, caseCode, agent), 'long ago').rejects.toMatchObject({ reason: 'number_not_shown' })
    await dial(story, caseCode, agent)
    await expect(begin(story, caseCode, await story.as('agent', 'third'))).rejects.toMatchObject({ reason: 'number_not_shown' })
    const { callId, level } = await begin(story, caseCode, agent)
    expect(level).toBe(2)
    await expect(begin(story, caseCode, agent)).rejects.toMatchObject({ reason: 'call_goes_on' })
    const view = await callScreen(story, agent)
    expect(view.call.assurance).toMatchObject({ level: 2, by: { key: 'call_back' } })
    if (view.person.found !== 'verified') throw new Error('nobody is shown')
    expect(view.person.waiting).toMatchObject([{ caseCode, why: 'parked', mustTell: true }])
    const answer = { ...(await story.onCase(caseCode)), callId, told: understood, promisedAt: null }
    expect(await callBack.run(story.desk, answer, agent)).toEqual({ submitted: true })
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    const said = await story.logOf(caseCode)
    expect(said).toEqual(expect.arrayContaining([
      'person.revealed', 'call.opened', 'person.looked_up', 'verification.called_back', 'request.told', 'request.submitted',
    ]))
    await expect(dial(story, caseCode, agent), 'it asks for no call any more').rejects.toMatchObject({ reason: 'no_call_back' })
  })

  it('offers no number that changed a few days ago, was reported lost or is not there, and shows no other', async () => {
    const { story, caseCode, agent } = await parked(kind)
    const { ann } = people
    await story.inStore((store) => store.subjects.put(
      { externalId: ann.externalId, identifiers: { email: ann.email, phone: '+15147214799' }, name: ann.name, bornOn: null, locale: 'en', jurisdiction: 'CN', registeredAt: null },
      story.clock.now(), 'test',
    ))
    await expect(dial(story, caseCode, agent)).rejects.toMatchObject({ reason: 'no_number_to_call' })
    story.clock.advance(8 * day)
    await story.as('agent', 'other')
    expect(await dial(story, caseCode, agent)).toMatchObject({ value: '+15147214799' })
    await story.inStore(async (store) => {
      const phones = (await store.subjects.identifiers(story.subjects.ann)).filter((one) => one.heldTo === null && one.type === 'phone')
      for (const { id } of phones) await store.subjects.reportLost(id, story.clock.now())
    })
    await expect(dial(story, caseCode, agent)).rejects.toMatchObject({ reason: 'no_number_to_call' })
    await expect(begin(story, caseCode, agent)).rejects.toMatchObject({ reason: 'no_number_to_call' })

    const cleo = await story.askFor('deletion:account', story.subjects.cleo, { result: 'not_told' })
    await expect(dial(story, cleo.caseCode, agent)).rejects.toMatchObject({ reason: 'no_number_to_call' })
    const failed = (await entriesOf(story)).filter(({ outcome }) => outcome === 'failed').map(({ what }) => what)
    const refused = failed.filter((what) => what === 'query.failed' || what === 'command.failed')
    expect(refused.length).toBeGreaterThan(3)
    const bob = await story.ask('deletion:account', 'bob')
    await expect(dial(story, bob.caseCode, agent), 'a case that asks for no call').rejects.toMatchObject({ reason: 'no_call_back' })
  })

  it('that nobody answers is tried again when the agent says, by whoever has the time, a supervisor too', async () => {
    const { story, caseCode, id, agent } = await parked(kind)
    const at = story.clock.now() + 3 * day
    await expect(nobody(story, caseCode, agent, story.clock.now())).rejects.toMatchObject({ fields: { promisedAt: 'in_past' } })
    await nobody(story, caseCode, agent, at)
    expect(await pauseOf(story, id)).toMatchObject({ tries: 1, promisedAt: at })
    expect((await idle(story, agent)).callBacks).toMatchObject([{ caseCode, at }])
    await nobody(story, caseCode, await story.as('supervisor'))
    expect(await pauseOf(story, id)).toMatchObject({ tries: 2, promisedAt: story.clock.now() + day })
    const page = await story.desk.query(viewCase, { caseCode }, await story.as('supervisor'))
    expect(page.actions).toMatchObject({ callBack: null })
  })

  it('reached in vain is tried again when they said', async () => {
    const { story, caseCode, id, agent } = await parked(kind)
    await dial(story, caseCode, agent)
    const { callId } = await begin(story, caseCode, agent)
    const promisedAt = story.clock.now() + 5 * day
    const told = { ...understood, result: 'not_told' }
    await callBack.run(story.desk, { ...(await story.onCase(caseCode)), callId, told, promisedAt }, agent)
    expect(await pauseOf(story, id)).toMatchObject({ kind: 'parked', promisedAt, tries: 0 })
  })

  it('about a letter waits on every agent’s desk, and a try in vain parks it for the next', async () => {
    const story = await openErasureStory(kind)
    const opener = await story.as('agent')
    const { caseCode } = await story.desk.command(recordIntake, {
      channel: 'letter', receivedOn: '2026-03-01', query: people.ann.phone, kind: 'deregistration',
      scope: 'credit_scoring', contact: '', locale: 'en', words: '', idempotencyKey: 'a'.repeat(32),
    }, opener)
    const agent = await story.as('agent', 'other')
    expect((await idle(story, agent)).callBacks).toMatchObject([{ caseCode, callable: true, locale: null }])
    await dial(story, caseCode, agent)
    const at = story.clock.now() + 2 * day
    await nobody(story, caseCode, agent, at)
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request.pauses).toMatchObject([{ kind: 'parked', reason: 'call_promised', tries: 1, promisedAt: at }])
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining(['request.parked', 'verification.called_back']))
    await dial(story, caseCode, agent)
    const { callId } = await begin(story, caseCode, agent)
    const confirmed = confirmedBy(await foreseePlan.run(story.desk, { callId, caseCode }, agent))
    const reached = { ...(await story.onCase(caseCode)), callId, told: null, promisedAt: null, confirmed }
    expect(await callBack.run(story.desk, reached, agent)).toEqual({ submitted: true })
  })
})

describe.each(['sqlite', 'postgresql'] as const)('a promise to call, on %s', (kind) => {
  const promises = async (story: ErasureStory) =>
    (await story.desk.query(viewShift, {}, await story.as('supervisor'))).promised

  it('can be made anew about a case that waited, and stands until the person was verified in a call or was tried', async () => {
    const { story, caseCode, agent } = await parked(kind)
    await dial(story, caseCode, agent)
    const { callId } = await begin(story, caseCode, agent)
    expect((await callScreen(story, agent)).outcomes).toContain('promised_call')
    const callBackAt = story.clock.now() + day
    await story.desk.command(wrapUpCall, { callId, outcome: 'promised_call', note: '', callBackAt }, agent)
    expect(await promises(story)).toMatchObject([{ caseCode, at: callBackAt }])
    expect((await idle(story, agent)).callBacks).toMatchObject([{ caseCode, at: callBackAt, promised: true }])

    story.clock.advance(60 * minute)
    await story.as('agent', 'other')
    const stranger = await story.callAbout(story.subjects.ann, 1, 'third')
    await story.desk.database.prisma.call.update({
      where: { id: stranger.callId }, data: { subjectId: story.subjects.ann },
    })
    expect(await promises(story), 'a look-up by a stranger').toMatchObject([{ caseCode, at: callBackAt }])

    const next = story.clock.now() + 3 * day
    await nobody(story, caseCode, agent, next)
    expect(await promises(story)).toMatchObject([{ caseCode, at: next }])
    story.clock.advance(60 * minute)
    await story.as('agent', 'other')
    await story.callAbout(story.subjects.ann, 2, 'fourth')
    expect(await promises(story)).toEqual([])
  })

  it('ends with a try that names no other time, and is none without a case that waits', async () => {
    const { story, caseCode, agent } = await parked(kind)
    await dial(story, caseCode, agent)
    const { callId } = await begin(story, caseCode, agent)
    await story.desk.command(wrapUpCall, { callId, outcome: 'promised_call', note: '', callBackAt: story.clock.now() + day }, agent)
    await nobody(story, caseCode, agent)
    expect(await promises(story)).toEqual([])
    expect((await idle(story, agent)).callBacks).toMatchObject([{ caseCode, promised: false }])
  })
})

describe.each(['sqlite', 'postgresql'] as const)('a case parked too long, on %s', (kind) => {
  it('comes before a supervisor, who did not open it and ends it, and the contact on file is told', async () => {
    const { story, caseCode } = await parked(kind)
    const supervisor = await story.as('supervisor')
    const giveUp = async (as: Principal) => story.desk.command(giveUpRequest, await story.onCase(caseCode), as)
    const actions = async () => (await story.desk.query(viewCase, { caseCode }, supervisor)).actions
    const queued = async () => (await story.desk.query(viewApprovals, {}, supervisor)).items
    expect((await actions()).giveUp).toMatchObject({ key: 'give_up_from' })
    await expect(giveUp(supervisor)).rejects.toMatchObject({ reason: 'paused' })
    expect(await queued()).toEqual([])
    await story.work(14 * day + minute)
    await story.as('supervisor')
    expect(await story.stateOf(caseCode), 'the clock alone ends nothing that is parked').toBe('awaiting_verification')
    expect(await queued()).toMatchObject([{ caseCode, opens: 'case' }])
    expect(await actions()).toMatchObject({ callBack: null, giveUp: null })
    await expect(giveUp(await story.as('agent')), 'who opened it').rejects.toMatchObject({ code: 'not_allowed' })
    expect(await giveUp(supervisor)).toMatchObject({ state: 'rejected' })
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request.rejection).toMatchObject({ code: 'identity_not_verified' })
    await story.work()
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining(['request.gave_up', 'notification.queued']))
    const told = await story.desk.database.prisma.notification.findMany({ where: { requestId: stored?.request.id ?? '' } })
    expect(told.map(({ template }) => template)).toEqual(expect.arrayContaining(['not_verified_how_to_go_on']))
    expect(await queued()).toEqual([])
  })
})

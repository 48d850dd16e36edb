import { describe, expect, it } from 'vitest'
import { fallbackRow } from '#domain/law/starting-law-table.ts'
import { switchSubject } from '#usecases/call/switch-subject.ts'
import { openCase } from '#usecases/case/open-case.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import type { Principal } from '#usecases/actor.ts'
import type { ErasureStory } from '../support/erasure-story.ts'
import { day, openErasureStory, people } from '../support/erasure-story.ts'
import { callScreen, codeSent, entriesOf, lookUp } from '../support/caller-story.ts'
import { judged, represent } from '../support/caller-checks.ts'
import { checkCode } from '#usecases/verification/check-code.ts'

const annsPhone = people.ann.phone
const bobsPhone = people.bob.phone

/** Ann and Bob of the shop are one person with two accounts: one national id, two phones, a purchase of both. */
async function oneWithTwoAccounts(kind: 'sqlite' | 'postgresql', ids: readonly [string, string] = ['A', 'A']) {
  const story = await openErasureStory(kind)
  await story.inStore(async (store) => {
    for (const [index, key] of (['ann', 'bob'] as const).entries()) {
      const { externalId, phone, email } = people[key]
      const national_id = ids[index] === 'A' ? 'CN:11010519491231002X' : 'CN:110101199003070054'
      await store.subjects.put({ externalId, identifiers: { phone, email, national_id } }, story.clock.now(), 'test')
    }
  })
  // A contact that came with the first load proves what it is for.
  story.clock.advance(60 * day)
  return story
}

async function verify(story: ErasureStory, agent: Principal, callId: string) {
  const { challengeId, code } = await codeSent(story, agent, callId)
  await checkCode.run(story.desk, { callId, challengeId, code }, agent)
}

/** A call in which both accounts were looked up and verified; the second one is on the screen. */
async function bothVerified(story: ErasureStory, agent: Principal) {
  const callId = await lookUp(story, agent, annsPhone)
  await verify(story, agent, callId)
  story.clock.advance(1_000)
  await lookUp(story, agent, bobsPhone, callId)
  await verify(story, agent, callId)
  return callId
}

const told = { result: 'understood', scriptVersion: 'v1', locale: 'en', inWriting: false } as const
const freshKey = () => crypto.randomUUID().replaceAll('-', '')

async function deletionShown(story: ErasureStory, agent: Principal) {
  const { person } = await callScreen(story, agent)
  if (person.found !== 'verified') throw new Error(`the screen shows ${person.found}`)
  return person.choices.find(({ choiceId }) => choiceId === 'deletion:account')
}

describe.each(['sqlite', 'postgresql'] as const)('one person with two accounts, on %s', (kind) => {
  it('is verified for each by itself, and the call turns from one to the other', async () => {
    const story = await oneWithTwoAccounts(kind)
    const agent = await story.as('agent')
    const callId = await lookUp(story, agent, annsPhone)
    expect((await callScreen(story, agent)).people).toEqual([])
    await verify(story, agent, callId)
    expect((await deletionShown(story, agent))?.both).toBeNull()
    story.clock.advance(1_000)
    await lookUp(story, agent, bobsPhone, callId)
    const second = await callScreen(story, agent)
    expect(second.person.found, 'the level is the other account’s').toBe('locked')
    expect(second.people.map(({ level, current }) => [level, current])).toEqual([[2, false], [0, true]])
    expect(JSON.stringify(second.people)).not.toMatch(/47114711|721471|Bob|Ann/)
    await story.desk.command(switchSubject, { callId, subjectId: story.subjects.ann }, agent)
    expect((await deletionShown(story, agent))?.both, 'not before the other one is verified').toBeNull()
    const { cleo } = story.subjects
    await expect(story.desk.command(switchSubject, { callId, subjectId: cleo }, agent)).rejects.toMatchObject({ code: 'not_found' })
    const log = (await entriesOf(story)).filter(({ what }) => what === 'person.viewed')
    expect(log).toMatchObject([{ callId, outcome: 'ok' }])
  })

  it('leaves the way back to who is verified when the next number was typed wrong', async () => {
    const story = await oneWithTwoAccounts(kind)
    const agent = await story.as('agent')
    const callId = await lookUp(story, agent, annsPhone)
    await verify(story, agent, callId)
    story.clock.advance(1_000)
    await lookUp(story, agent, '+8613900009999', callId)
    const lost = await callScreen(story, agent)
    expect(lost.person.found).toBe('none')
    expect(lost.people).toMatchObject([{ subjectId: story.subjects.ann, level: 2, current: false }])
    await story.desk.command(switchSubject, { callId, subjectId: story.subjects.ann }, agent)
    const back = await callScreen(story, agent)
    expect(back.person.found).toBe('verified')
    expect(back.people).toEqual([])
  })

  it('asks once for both: told what either account means, erased with what they share, and barred by either', async () => {
    const story = await oneWithTwoAccounts(kind)
    const agent = await story.as('agent')
    const callId = await bothVerified(story, agent)
    const choice = await deletionShown(story, agent)
    // Bob's own enrolment was ticked for him; Ann's bars, and that is what has to be told.
    expect(choice?.mark).toMatchObject({ mark: 'none' })
    expect(choice?.script.scriptId).toBe('deletion_account_no_mark')
    expect(choice?.both).toMatchObject({ subjectIds: [story.subjects.ann], lock: null, mark: { mark: 'yes' }, script: { scriptId: 'deletion_account' } })
    const { caseCode } = await submitFromCall.run(story.desk, {
      callId, subjectId: story.subjects.bob, alsoSubjectIds: [story.subjects.ann], choiceId: 'deletion:account', told, words: '',
      idempotencyKey: freshKey(),
    }, agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request.subjects).toMatchObject([
      { subjectId: story.subjects.bob, level: 2 }, { subjectId: story.subjects.ann, level: 2 },
    ])
    // Who decides sees what either account was asked: the ticked box of the one, the own choice of the other.
    const supervisor = await story.as('supervisor')
    await story.desk.query(openCase, { caseCode }, supervisor)
    const { opened } = await story.desk.query(viewApprovals, { caseCode }, supervisor)
    const defects = opened?.histories.map(({ lanes }) =>
      lanes.flatMap(({ events }) => events.flatMap((event) => event.defects.map(({ code }) => code))))
    expect(defects).toEqual([['preticked'], []])
    expect(opened?.consent.tone, 'the one that was forced stands first').toBe('bad')
    // The purchase of the two is nobody else's: asked for one account alone it would have stayed for the other.
    const sharedRows = async (id: string) =>
      (await story.inStore((store) => store.erasure.latestPlan(id)))?.plan.systems
        .flatMap(({ findings }) => findings).filter(({ code }) => code === 'shared') ?? []
    expect(await sharedRows(stored?.request.id ?? '')).toEqual([])
    const alone = await openErasureStory(kind)
    const { id } = await alone.ask('deletion:account', 'ann')
    const foundAlone = await alone.inStore((store) => store.erasure.latestPlan(id))
    expect(JSON.stringify(foundAlone?.plan.systems.map(({ findings }) => findings))).toContain('"shared"')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const [shop] = story.shops
    expect(await shop?.sql('SELECT name FROM customer WHERE customer_id IN (1, 2)')).toEqual([{ name: 'erased' }, { name: 'erased' }])
    for (const key of ['ann', 'bob'] as const) {
      expect((await story.inStore((store) => store.subjects.get(story.subjects[key])))?.status).toBe('erased')
    }
    expect(await story.barred('credit_scoring', 'national_id', 'CN:11010519491231002X')).toBe(true)
    expect(await story.barred('credit_scoring', 'phone', annsPhone)).toBe(true)
    const told_ = (await entriesOf(story)).find(({ what }) => what === 'request.told')
    for (const id of [story.subjects.ann, story.subjects.bob]) expect(told_?.text).toContain(id)
  })

  it('is marked through neither account when one of them says that they are a minor', async () => {
    const story = await oneWithTwoAccounts(kind)
    const { externalId, phone, email } = people.bob
    await story.inStore((store) =>
      store.subjects.put({ externalId, identifiers: { phone, email }, bornOn: '2012-05-05' }, story.clock.now(), 'test'),
    )
    const agent = await story.as('agent')
    const callId = await bothVerified(story, agent)
    const choice = await deletionShown(story, agent)
    expect(choice?.both).toMatchObject({ mark: { mark: 'none' }, script: { scriptId: 'deletion_account_no_mark' } })
    const { caseCode } = await submitFromCall.run(story.desk, {
      callId, subjectId: story.subjects.bob, alsoSubjectIds: [story.subjects.ann], choiceId: 'deletion:account', told, words: '',
      idempotencyKey: freshKey(),
    }, agent)
    await story.approve(caseCode)
    await story.work(7 * day)
    expect(await story.barred('credit_scoring', 'phone', annsPhone)).toBe(false)
    const log = await story.logOf(caseCode)
    expect(log).toContain('registry.not_marked')
    expect(log).not.toContain('registry.marked')
  })

  it('is marked through neither account when an heir showed for one of them that they died', async () => {
    const story = await oneWithTwoAccounts(kind)
    const heirs = await story.as('agent', 'heirs')
    const { checkId } = await represent(story, heirs, await lookUp(story, heirs, annsPhone), 'heir')
    await judged(story, checkId)
    const agent = await story.as('agent')
    const callId = await bothVerified(story, agent)
    expect((await deletionShown(story, agent))?.both).toMatchObject({ mark: { mark: 'none' } })
    const { caseCode } = await submitFromCall.run(story.desk, {
      callId, subjectId: story.subjects.bob, alsoSubjectIds: [story.subjects.ann], choiceId: 'deletion:account', told, words: '',
      idempotencyKey: freshKey(),
    }, agent)
    await story.approve(caseCode, await story.as('supervisor', 'approves'))
    await story.work(7 * day)
    expect(await story.barred('credit_scoring', 'phone', annsPhone)).toBe(false)
    expect(await story.barred('credit_scoring', 'phone', bobsPhone)).toBe(false)
    const log = await story.logOf(caseCode)
    expect(log).toContain('registry.not_marked')
    expect(log).not.toContain('registry.marked')
  })

  it('is not two people: different national ids lock it, and so does an account that was not verified', async () => {
    const story = await oneWithTwoAccounts(kind, ['A', 'B'])
    const agent = await story.as('agent')
    const callId = await bothVerified(story, agent)
    expect((await deletionShown(story, agent))?.both?.lock).toEqual({ key: 'two_people' })
    const ask = {
      callId, subjectId: story.subjects.bob, alsoSubjectIds: [story.subjects.ann], choiceId: 'deletion:account', told, words: '',
      idempotencyKey: freshKey(),
    }
    await expect(submitFromCall.run(story.desk, ask, agent)).rejects.toMatchObject({ reason: 'two_people' })
    const unverified = { ...ask, alsoSubjectIds: [story.subjects.cleo] }
    await expect(submitFromCall.run(story.desk, unverified, agent)).rejects.toMatchObject({ reason: 'level_too_low' })
    const other = { ...ask, choiceId: 'deregistration:credit_scoring', told: null }
    await expect(submitFromCall.run(story.desk, other, agent)).rejects.toMatchObject({ reason: 'choice' })
    expect(await story.desk.database.prisma.request.count()).toBe(0)
  })
})

/** Dora's two accounts share a phone; each rests on a notice of its own. Both are asked about at once. */
async function dorasDeletion(story: ErasureStory, places: readonly [string, string] = ['CN', 'CN']) {
  const at = story.clock.now() - 300 * day
  const ids = await story.inStore(async (store) => {
    await store.consents.addNotice({
      purpose: 'credit_scoring', version: '3.3', locale: 'en', title: 'Credit', text: 'Notice 3.3', control: 'unticked_box',
      prominence: 'normal', bundledWith: null, validFrom: at - day, validTo: null,
    }, at)
    const made: string[] = []
    for (const n of [1, 2] as const) {
      const identifiers = { phone: '+15147214799', email: `dora${n}@example.org` }
      const jurisdiction = places[n - 1] ?? null
      const dora = { name: 'Dora', bornOn: '1980-01-01', locale: 'en', jurisdiction, registeredAt: at }
      const { subjectId } = await store.subjects.put({ ...dora, externalId: `dora-${n}`, identifiers }, at, 'test')
      await store.consents.append({
        subjectId, purpose: 'credit_scoring', noticeVersion: `3.${n + 1}`, state: 'ConsentGiven', indication: 'ticked_box', channel: 'app',
        occurredAt: at, eventId: `dora-${n}`, evidenceRef: null, concerns: null,
      }, at, 'test')
      made.push(subjectId)
    }
    return made
  })
  const [first = '', second = ''] = ids
  const { callId, agent } = await story.callAbout(first, 2)
  await story.inStore((store) =>
    store.calls.putGrant({
      callId, subjectId: second, lookedUpAt: story.clock.now(), foundBy: 'email', level: 2, levelAt: story.clock.now(), levelEndsAt: null,
    }),
  )
  return submitFromCall.run(story.desk, {
    callId, subjectId: first, alsoSubjectIds: [second], choiceId: 'deletion:account', told, words: '', idempotencyKey: freshKey(),
  }, agent)
}

describe.each(['sqlite', 'postgresql'] as const)('a mark of two accounts that share a phone, on %s', (kind) => {
  it('bars by that phone alone, and by the second account’s own too', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await dorasDeletion(story)
    await story.approve(caseCode)
    await story.work(7 * day)
    expect(await story.barred('credit_scoring', 'phone', '+15147214799')).toBe(true)
    for (const n of [1, 2]) {
      expect(await story.barred('credit_scoring', 'email', `dora${n}@example.org`), `e-mail ${n}`).toBe(true)
      expect(await story.barred('credit_scoring', 'account_id', `dora-${n}`), `account ${n}`).toBe(true)
    }
    const entries = await story.desk.database.prisma.registryEntry.findMany()
    // Both enrolments are what it rests on: one of the notices found defective is not the ground of the whole bar.
    expect(entries).toMatchObject([{ noticeVersions: '["3.2","3.3"]' }])
  })

  it('ends at the earlier of the two dates that the laws of the two places set', async () => {
    for (const [first, second] of [[24, 12], [12, 24]] as const) {
      const story = await openErasureStory(kind)
      await story.inStore(async (store) => {
        for (const [jurisdiction, amount] of [['SG', first], ['MY', second]] as const) {
          await store.settings.addLawRow({
            ...fallbackRow, id: `${jurisdiction.toLowerCase()}.mark`, jurisdiction, law: 'local', mark: 'yes', markUntil: { amount, unit: 'month' },
          }, story.clock.now(), 'test')
        }
      })
      const { caseCode } = await dorasDeletion(story, ['SG', 'MY'])
      await story.approve(caseCode)
      await story.work(7 * day)
      const entries = await story.desk.database.prisma.registryEntry.findMany()
      expect(entries.map(({ endsAt }) => endsAt?.toISOString().slice(0, 7))).toEqual(['2027-03'])
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { RawParam, RawQueries } from '#server/db/raw.ts'
import { keptStore } from '#server/db/stores/kept-store.ts'
import { upkeep } from '#server/jobs/upkeep.ts'
import { addNote } from '#usecases/call/add-note.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { viewEndedCase } from '#usecases/case/view-ended-case.ts'
import { listOwnCases } from '#usecases/case/list-own-cases.ts'
import { askAfterErasure } from '#usecases/erased/ask-after-erasure.ts'
import { checkReceipt } from '#usecases/erased/check-receipt.ts'
import { endAtOnce } from '#usecases/expiry/end-kept.ts'
import { liftHold } from '#usecases/hold/lift-hold.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { viewEntry } from '#usecases/log/view-entry.ts'
import { answerObjection } from '#usecases/request/answer-objection.ts'
import { cancelRequest } from '#usecases/request/cancel-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { entriesOf } from '#tests/support/caller-story.ts'
import { mei, openErasedStory } from '#tests/support/erased-story.ts'
import { day, openErasureStory, type ErasureStory, type Person } from '#tests/support/erasure-story.ts'

const words = 'She never ticked that box, says Frau Plimmbock'

/** The worker's own work, turn after turn, until nothing more is over. */
async function keepHouse({ desk }: ErasureStory): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) if ((await upkeep(desk)) === 0) return
  throw new Error('the worker did not come to rest')
}

const inMonths = (story: ErasureStory, months: number) => {
  const at = new Date(story.clock.now())
  at.setUTCMonth(at.getUTCMonth() + months)
  story.clock.advance(at.getTime() - story.clock.now())
}

/** A call about somebody in which something is noted; wrapped up a minute later. */
async function notedCall(story: ErasureStory, person: Person, outcome = 'question_answered', which?: string) {
  const { callId, agent } = await story.callAbout(story.subjects[person], 2, which)
  const { prisma } = story.desk.database
  await prisma.call.update({ where: { id: callId }, data: { subjectId: story.subjects[person] } })
  await story.desk.command(addNote, { callId, note: words }, agent)
  await story.inStore((store) => store.calls.addVerification({
    id: crypto.randomUUID(), callId, subjectId: story.subjects[person], method: 'answers',
    identifierId: crypto.randomUUID(), sentAt: story.clock.now(), expiresAt: story.clock.now(), tries: 1, outcome: 'passed',
  }))
  story.clock.advance(60_000)
  await story.desk.command(wrapUpCall, { callId, outcome, note: '', callBackAt: null }, agent)
  return callId
}

/** What somebody asks for in a call that is wrapped up afterwards, in their words. */
async function asked(story: ErasureStory, choiceId: string, person: Person, which?: string) {
  const subjectId = story.subjects[person]
  const { callId, agent } = await story.callAbout(subjectId, 2, which)
  const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
  const { caseCode } = await submitFromCall.run(story.desk, {
    callId, subjectId, choiceId, told: choiceId.startsWith('deletion') ? told : null, words,
    idempotencyKey: crypto.randomUUID(),
  }, agent)
  const cancel = async () => {
    const version = (await story.onCase(caseCode)).version
    await story.desk.command(cancelRequest, { caseCode, version, callId }, agent)
  }
  const wrapUp = () =>
    story.desk.command(wrapUpCall, { callId, outcome: 'request_opened', note: '', callBackAt: null }, agent)
  return { caseCode, callId, agent, cancel, wrapUp }
}

/** What of a call is there, table by table. */
async function rowsOfCall({ desk: { database: { prisma } } }: ErasureStory, callId: string) {
  const where = { where: { callId } }
  const counts = [
    await prisma.call.count({ where: { id: callId } }), await prisma.note.count(where),
    await prisma.verification.count(where), await prisma.callSubject.count(where), await prisma.callParty.count(where),
  ]
  return counts.reduce((sum, rows) => sum + rows, 0)
}

const ended = async (story: ErasureStory, caseCode: string) =>
  story.desk.query(viewEndedCase, { caseCode }, await story.as('auditor'))

const logged = async (story: ErasureStory, what: string) =>
  (await entriesOf(story)).filter((entry) => entry.what === what)

describe.each(['sqlite', 'postgresql'] as const)('what Rightsdesk itself keeps, on %s', (kind) => {
  it('ends a call after 24 months with everything in it, once, and says so in the log', async () => {
    const story = await openErasureStory(kind)
    const callId = await notedCall(story, 'ann')
    expect(await rowsOfCall(story, callId)).toBeGreaterThan(3)
    inMonths(story, 23)
    await keepHouse(story)
    expect(await rowsOfCall(story, callId)).toBeGreaterThan(3)
    inMonths(story, 1)
    story.clock.advance(day)
    await keepHouse(story)
    expect(await rowsOfCall(story, callId)).toBe(0)

    const [entry, ...others] = await logged(story, 'call.records_ended')
    expect(others).toEqual([])
    expect(entry).toMatchObject({ callId, outcome: 'ok' })
    expect(entry?.text).toContain('"months":24,"note":1')
    expect(entry?.text).not.toContain('Plimmbock')
    const before = (await entriesOf(story)).length
    await keepHouse(story)
    expect((await entriesOf(story)).length, 'nothing ends twice').toBe(before)

    // Whoever reads of the call in the log is told what became of it.
    await story.work()
    const { prisma } = story.desk.database
    const noted = await prisma.auditEntry.findFirstOrThrow({ where: { callId, what: 'call.noted' } })
    const { seq } = await prisma.auditLeaf.findUniqueOrThrow({ where: { entryId: noted.id } })
    const opened = await story.desk.query(viewEntry, { seq }, await story.as('auditor'))
    expect(opened.callEndedAt).toBe(story.clock.now())
  })

  it('leaves of an ended case that there was one, and ends what was said, planned and sent', async () => {
    const story = await openErasureStory(kind)
    const { desk } = story
    const { caseCode, callId, cancel, wrapUp } = await asked(story, 'deletion:account', 'ann')
    await story.work()
    await cancel()
    await wrapUp()
    await story.work(day)
    expect(await desk.database.prisma.note.count()).toBe(1)
    expect(await ended(story, caseCode)).toBeNull()
    inMonths(story, 25)
    await keepHouse(story)

    const at = story.clock.now()
    expect(await ended(story, caseCode)).toEqual({ caseCode, at, months: 24 })
    expect(await rowsOfCall(story, callId), 'the call goes once its case does').toBe(0)
    const { prisma } = desk.database
    const row = await prisma.request.findUniqueOrThrow({ where: { caseCode } })
    for (const count of [
      await prisma.note.count(), await prisma.told.count(), await prisma.plan.count(), await prisma.task.count(),
      await prisma.requestSubject.count(), await prisma.requestPart.count(), await prisma.approval.count(),
      await prisma.notification.count({ where: { requestId: row.id } }),
      await prisma.sealed.count({ where: { requestId: row.id } }),
    ]) expect(count).toBe(0)
    expect(row).toMatchObject({ state: 'cancelled', kind: 'deletion', callId: null, openedBy: 'system', openingKey: null })
    const { humanRef } = await story.staffOf('agent')
    for (const gone of [story.subjects.ann, humanRef, callId]) expect(row.body).not.toContain(gone)

    // Neither whoever opened it nor who reads every case meets an error.
    expect((await desk.query(listOwnCases, {}, await story.as('agent'))).items).toEqual([])
    expect(await desk.query(viewEndedCase, { caseCode }, await story.as('agent'))).toMatchObject({ caseCode })
    await expect(desk.query(viewCase, { caseCode }, await story.as('auditor'))).resolves.toMatchObject({ state: 'cancelled' })
    const entries = await logged(story, 'request.records_ended')
    expect(entries).toHaveLength(1)
    expect(entries[0]?.text).toContain('"stays":false')
    expect(await story.logOf(caseCode)).toContain('request.cancelled')
  })

  it('keeps what is unfinished, on hold, disputed, or looked at by nobody yet, and what still waits for a date', async () => {
    const story = await openErasureStory(kind)
    const { desk, subjects } = story
    const { prisma } = desk.database
    const old = await asked(story, 'deletion:account', 'ann')
    await old.cancel()
    await old.wrapUp()
    const loose = await notedCall(story, 'cleo')
    inMonths(story, 25)
    const supervisor = await story.as('supervisor')
    const stands = async (why: string) => {
      await keepHouse(story)
      expect(await ended(story, old.caseCode), why).toBeNull()
      expect(await rowsOfCall(story, old.callId), why).toBeGreaterThan(0)
    }
    const item = { kind: 'erased_sent_again', ref: subjects.cleo, source: 'client' } as const
    await story.inStore((store) => store.workItems.raise(item, story.clock.now()))

    // A hold on the person.
    const reviewOn = new Date(story.clock.now() + 90 * day).toISOString().slice(0, 10)
    const { holds } = await desk.command(placeHold, {
      caseCode: old.caseCode, covers: 'everything', systems: [], basis: 'a claim', basisCode: 'other', reviewOn,
    }, supervisor)
    await stands('a hold')
    await desk.command(liftHold, { caseCode: null, holdRef: holds[0], reason: 'settled' }, supervisor)

    // A contact about which somebody said "that was not me".
    const check = {
      id: crypto.randomUUID(), kind: 'lost_contact', subjectId: subjects.ann, callId: old.callId, identifierId: null,
      capacity: null, details: new Uint8Array([1]), state: 'objected', askedBy: 'AG-9', askedAt: new Date(story.clock.now()),
      opensAt: new Date(story.clock.now()),
    }
    await prisma.callerCheck.create({ data: check })
    await stands('a dispute about a contact')
    await prisma.callerCheck.delete({ where: { id: check.id } })

    // A new request of hers that is not finished.
    const open = await asked(story, 'deletion:account', 'ann', 'second')
    await stands('an unfinished request')
    await open.cancel()
    await keepHouse(story)
    expect(await ended(story, old.caseCode)).toMatchObject({ months: 24 })
    expect(await ended(story, open.caseCode)).toBeNull()
    expect(await rowsOfCall(story, open.callId)).toBeGreaterThan(0)

    // Something that a supervisor has to look at.
    expect(await rowsOfCall(story, loose)).toBeGreaterThan(0)
    await prisma.workItem.updateMany({ data: { resolvedAt: new Date(story.clock.now()) } })
    await keepHouse(story)
    expect(await rowsOfCall(story, loose)).toBe(0)
  })

  it('waits for what a plan still keeps, and counts the months from there', async () => {
    const story = await openErasureStory(kind)
    const { desk } = story
    const reviewOn = new Date(story.clock.now() + 900 * day).toISOString().slice(0, 10)
    const { caseCode, callId, wrapUp } = await asked(story, 'deletion:account', 'ann')
    await wrapUp()
    const [held] = (await desk.command(placeHold, {
      caseCode, covers: 'systems', systems: ['shop'], basis: 'a claim', basisCode: 'other', reviewOn,
    }, await story.as('supervisor', 'holds'))).holds
    await story.work()
    await story.approve(caseCode)
    await story.work(8 * day)
    await story.work(2 * day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const row = () => desk.database.prisma.request.findUniqueOrThrow({ where: { caseCode } })
    expect((await row()).settledAt).toBeNull()
    inMonths(story, 30)
    await keepHouse(story)
    expect(await desk.database.prisma.call.count({ where: { id: callId } }), 'nobody is named in it any more').toBe(1)
    await desk.command(liftHold, { caseCode, holdRef: held, reason: 'settled' }, await story.as('supervisor', 'holds'))
    await story.work()
    await story.work(2 * day)
    await story.work(2 * day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    await keepHouse(story)
    expect(await ended(story, caseCode), 'its last rows went this week').toBeNull()
    inMonths(story, 25)
    await keepHouse(story)
    expect(await ended(story, caseCode)).toMatchObject({ months: 24 })
  })

  it('still knows who was erased: by the receipt, at the gate, and to object', async () => {
    const story = await openErasedStory(kind)
    const { desk } = story
    inMonths(story, 24)
    await keepHouse(story)
    expect(await ended(story, story.erased.caseCode)).toMatchObject({ months: 24 })
    expect(await story.barred('credit_scoring', 'phone', mei.phone)).toBe(true)
    const where = { id: story.erased.requestId }
    const { callId: cameFrom } = await desk.database.prisma.request.findUniqueOrThrow({ where })
    expect(cameFrom).toBeNull()

    const agent = await story.as('agent', 'later')
    const callId = await story.nobodyFound(agent)
    await checkReceipt.run(desk, { callId, receipt: story.erased.receipt }, agent)
    const known = await story.known(agent)
    const shown = { caseCode: story.erased.caseCode, hasReceipt: true, bars: [{ stands: true }] }
    expect(known.erasures).toMatchObject([shown])
    const objection = await askAfterErasure.run(desk, {
      callId, erasureId: story.erased.requestId, entryId: null, subjectId: null, kind: 'objection', words,
      contact: 'mei@example.org',
      idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
    }, agent)
    const stored = await story.inStore((store) => store.requests.byCaseCode(objection.caseCode))
    const answer = { caseCode: objection.caseCode, upheld: true, words: 'You are right.', confirm: objection.caseCode.slice(-5) }
    const { version, planHash } = stored?.request ?? {}
    await desk.command(answerObjection, { ...answer, version, planHash }, await story.as('supervisor', 'answers'))
    await story.work()
    // What happens to it makes it a case again, that supervisors can find to be an error.
    expect(await ended(story, story.erased.caseCode)).toBeNull()
    const supervisor = await story.as('supervisor')
    await expect(desk.query(viewCase, { caseCode: story.erased.caseCode }, supervisor)).resolves.toMatchObject({ state: 'completed' })
    inMonths(story, 25)
    await keepHouse(story)
    expect(await ended(story, story.erased.caseCode), 'nobody has found yet whether it was an error').toBeNull()
    expect(await ended(story, objection.caseCode)).toBeNull()
  })

  it('keeps a decision as long as what was said against it', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann', 'objects')
    await story.work()
    await story.approve(caseCode)
    for (const wait of [8, 2, 2]) await story.work(wait * day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    inMonths(story, 20)
    const { caseCode: objection } = await story.desk.database.prisma.request.findFirstOrThrow({ where: { kind: 'objection' } })
    await keepHouse(story)
    const stored = await story.inStore((store) => store.requests.byCaseCode(objection))
    const answer = { caseCode: objection, upheld: false, words: 'It stays.', confirm: objection.slice(-5) }
    const { version, planHash } = stored?.request ?? {}
    const supervisor = await story.as('supervisor', 'answers')
    await story.desk.command(answerObjection, { ...answer, version, planHash }, supervisor)
    await story.work()
    inMonths(story, 10)
    await keepHouse(story)
    expect(await ended(story, caseCode)).toBeNull()
    inMonths(story, 15)
    await keepHouse(story)
    expect(await ended(story, objection)).toMatchObject({ months: 24 })
    expect(await ended(story, caseCode)).toMatchObject({ months: 24 })
  })

  it('ends some at a time, and goes on where it was; the operator can say how many months', async () => {
    const story = await openErasureStory(kind)
    const { desk } = story
    const { id: staffId, humanRef } = await story.staffOf('agent')
    const many = endAtOnce.calls + 5
    const at = new Date(story.clock.now())
    await desk.database.prisma.call.createMany({
      data: Array.from({ length: many }, () => ({
        id: crypto.randomUUID(), staffId, humanRef, channel: 'phone', locale: 'en', startedAt: at, endedAt: at, wrappedUpAt: at,
      })),
    })
    // One that nobody wrapped up, and a note that belongs to nothing.
    const cut = { id: crypto.randomUUID(), staffId, humanRef, channel: 'phone', locale: 'en', startedAt: at }
    await desk.database.prisma.call.create({ data: cut })
    await story.inStore((store) => store.subjects.addNote({
      id: crypto.randomUUID(), subjectId: story.subjects.bob, callId: null, requestId: null, kind: 'hold_lifted', text: words,
      at: story.clock.now(), humanRef,
    }))
    const left = () => desk.database.prisma.call.count()
    inMonths(story, 7)
    await keepHouse(story)
    expect(await left()).toBe(many + 1)
    await desk.command(setSetting, { key: 'keep_months', value: '6' }, { kind: 'operator' })
    await upkeep(desk)
    expect(await left()).toBe(many + 1 - endAtOnce.calls)
    await keepHouse(story)
    expect(await left()).toBe(0)
    expect(await desk.database.prisma.note.count()).toBe(0)
    expect(await logged(story, 'call.records_ended')).toHaveLength(many + 1)
    expect((await logged(story, 'record.expired'))[0]?.text).toContain(`"calls":${endAtOnce.calls}`)
  })
})

it('finds what is over by indexes alone, however many calls and cases there are', async () => {
  const story = await openErasureStory('sqlite')
  const { database } = story.desk
  const read: string[] = []
  const explained: RawQueries = {
    ...database.raw,
    async all<Row extends object>(sql: string, params: readonly RawParam[] = []) {
      const steps = await database.raw.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params)
      read.push(...steps.map(({ detail }) => detail))
      return database.raw.all<Row>(sql, params)
    },
  }
  await keptStore({ tx: database.prisma, raw: explained }).over(story.clock.now(), endAtOnce)
  expect(read.length).toBeGreaterThan(20)
  expect(read.filter((step) => step.startsWith('SCAN') && !step.startsWith('SCAN f '))).toEqual([])
})

import { describe, expect, it } from 'vitest'
import type { DatabaseKind } from '#server/db/client.ts'
import { handOverCall } from '#usecases/call/hand-over-call.ts'
import { takeOverCall } from '#usecases/call/take-over-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { resolveDispute } from '#usecases/request/resolve-dispute.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { checkDocument } from '#usecases/verification/judge-check.ts'
import { listChecks } from '#usecases/verification/list-checks.ts'
import { noteProof } from '#usecases/verification/note-proof.ts'
import { objectToCheck } from '#usecases/verification/object-to-check.ts'
import { openCheck } from '#usecases/verification/open-check.ts'
import { reportContactLost } from '#usecases/verification/report-contact-lost.ts'
import { sendCode } from '#usecases/verification/send-code.ts'
import { settleObjection } from '#usecases/verification/settle-objection.ts'
import { anybody } from '#usecases/views/hand-over.ts'
import { hour, judged, passCode, reportLost, wayOf } from '../support/caller-checks.ts'
import { callScreen, chen, creditService, entriesOf, lookUp, onFile, withStore } from '../support/caller-story.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { seenAndSubmitted } from '../support/seen-numbers.ts'

const phone = '13812345678'
const registered = Date.parse('2015-05-05T00:00:00.000Z')

async function deskWithChen(kind: DatabaseKind) {
  const test = await openTestDesk(kind)
  await creditService(test)
  const subjectId = await onFile(test, chen)
  await withStore(test, (store) => store.consents.append({
    subjectId, purpose: 'credit_scoring', noticeVersion: '3.2', state: 'ConsentGiven', indication: 'ticked_box', channel: 'app',
    occurredAt: registered, eventId: 'joined', evidenceRef: null, concerns: null,
  }, test.clock.now(), 'test'))
  return { test, subjectId, agent: await test.as('agent') }
}

async function endCall(test: TestDesk, callId: string) {
  const input = { callId, outcome: 'not_verified', note: '', callBackAt: null }
  await test.desk.command(wrapUpCall, input, await test.as('agent'))
}

/** Reported and wrapped up; the next call comes `after` ms later. */
async function reported(kind: DatabaseKind) {
  const { test, subjectId, agent } = await deskWithChen(kind)
  const callId = await lookUp(test, agent, phone)
  const { checkId } = await reportLost(test, agent, callId)
  await endCall(test, callId)
  const nextCall = async (after: number) => {
    test.clock.advance(after)
    await test.as('agent')
    return lookUp(test, agent, phone)
  }
  return { test, subjectId, agent, checkId, nextCall }
}

describe.each(['sqlite', 'postgresql'] as const)('a contact on file that is lost, on %s', (kind) => {
  it('lets a later call reach level 2 once a supervisor checked and the old contact was silent for 72 hours', async () => {
    const { test, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const early = await nextCall(72 * hour - 1)
    const waiting = await wayOf(test, agent, 'lost_contact')
    expect(waiting).toMatchObject({ lock: { key: 'check_opens' }, gives: 1, maskedContact: 'n••••@•••••.cn' })
    await expect(sendCode.run(test.desk, { callId: early, wayId: checkId }, agent)).rejects.toMatchObject({ reason: 'code_not_possible' })
    await endCall(test, early)

    const callId = await nextCall(1)
    expect(await wayOf(test, agent, 'lost_contact')).toMatchObject({ wayId: checkId, lock: null, gives: 2 })
    expect(await passCode(test, agent, callId, checkId)).toBe(2)
    const { person, call } = await callScreen(test, agent)
    expect(person.found).toBe('verified')
    expect(call.assurance).toMatchObject({ level: 2, by: { key: 'lost_contact_procedure' } })
    const said = (await entriesOf(test)).map(({ what }) => what)
    expect(said.filter((what) => what.startsWith('verification.'))).toEqual([
      'verification.contact_reported_lost', 'verification.document_checked', 'verification.code_sent', 'verification.code_checked',
    ])
  })

  it('opens nothing while no supervisor has checked, however long it waits, and nothing after thirty days', async () => {
    const { test, agent, checkId, nextCall } = await reported(kind)
    const callId = await nextCall(100 * hour)
    expect(await wayOf(test, agent, 'lost_contact')).toMatchObject({ lock: { key: 'check_waits' }, gives: 1 })
    await expect(sendCode.run(test.desk, { callId, wayId: checkId }, agent)).rejects.toMatchObject({ reason: 'code_not_possible' })
    await judged(test, checkId)
    expect(await wayOf(test, agent, 'lost_contact')).toMatchObject({ lock: null, gives: 2 })
    test.clock.advance(31 * 24 * hour)
    await test.as('agent')
    expect((await wayOf(test, agent, 'lost_contact')).check).toBeNull()
    await expect(sendCode.run(test.desk, { callId, wayId: checkId }, agent)).rejects.toMatchObject({ reason: 'code_not_possible' })
  })

  it('ends thirty days after it opened, with what the caller stated, judged or not; an objection waits for its answer', async () => {
    const { test, checkId, nextCall } = await reported(kind)
    const { prisma } = test.desk.database
    const expire = () => test.desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
    const day = 24 * hour
    await nextCall(72 * hour)
    const callId = (await prisma.call.findFirstOrThrow()).id
    await prisma.callOffer.create({
      data: { callId, offeredBy: 'AG-1', offeredTo: null, lineOpen: false, offeredAt: new Date(test.clock.now()) },
    })
    test.clock.advance(24 * hour - 1)
    expect(await expire(), 'somebody may take the call still').toMatchObject({ offers: 0 })
    test.clock.advance(-24 * hour + 1)
    await judged(test, checkId, false)
    const refused = await prisma.callerCheck.findFirstOrThrow()
    const copy = (state: string, capacity: string | null = null) => ({
      ...refused, id: crypto.randomUUID(), state, capacity, kind: capacity === null ? 'lost_contact' : 'authority',
    })
    await prisma.callerCheck.createMany({
      data: [copy('waiting'), copy('ended'), copy('checked', 'guardian'), copy('checked', 'heir'), copy('objected')],
    })
    test.clock.advance(29 * day)
    expect(await expire()).toMatchObject({ checks: 0, offers: 1 })
    test.clock.advance(day)
    expect(await expire()).toMatchObject({ checks: 4, offers: 0 })
    const left = (await prisma.callerCheck.findMany()).map(({ state, capacity }) => [state, capacity])
    expect(left.toSorted()).toEqual([['checked', 'heir'], ['objected', null]])
  })

  it('stays on record while a case of that person is unfinished, which says how its caller was verified', async () => {
    const { test, subjectId, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const callId = await nextCall(72 * hour)
    await passCode(test, agent, callId, checkId)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    await submitFromCall.run(test.desk, {
      callId, subjectId, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'b'.repeat(32),
    }, agent)
    const expire = () => test.desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
    test.clock.advance(31 * 24 * hour)
    expect(await expire()).toMatchObject({ checks: 0 })
    await test.desk.database.prisma.request.updateMany({ data: { state: 'completed' } })
    expect(await expire()).toMatchObject({ checks: 1 })
  })

  it('tells the person at every contact on file, the lost one too, and names no service', async () => {
    const { test, subjectId } = await reported(kind)
    const rows = await test.desk.database.prisma.notification.findMany({ where: { subjectId }, orderBy: { channel: 'asc' } })
    expect(rows.map(({ channel, template, requestId }) => [channel, template, requestId])).toEqual([
      ['email', 'contact_reported_lost', null], ['sms', 'contact_reported_lost', null],
    ])
    const [entry] = (await entriesOf(test)).filter(({ what }) => what === 'verification.contact_reported_lost')
    expect(entry?.text).toContain('"told":2')
    expect(entry?.text).not.toMatch(/BR-2026|new@example|1381234/)
  })

  it('takes everything that is typed under the person’s key: neither the reference nor the contact is readable', async () => {
    const { test, checkId } = await reported(kind)
    const row = await test.desk.database.prisma.callerCheck.findUniqueOrThrow({ where: { id: checkId } })
    const bytes = Buffer.from(row.details).toString('latin1')
    expect(bytes).not.toMatch(/BR-2026|example/)
    expect(await withStore(test, (store) => store.checks.get(checkId))).toMatchObject({
      reference: 'BR-2026-00417', contact: { type: 'email', value: 'new@example.cn' },
    })
  })

  it('is not checked by who reported it under another log-in, nor twice, nor as it stood before', async () => {
    const { test, checkId } = await reported(kind)
    const { humanRef } = await test.staffOf('agent')
    const second = await test.staffOf('supervisor', 'same')
    await test.desk.database.prisma.staff.update({ where: { id: second.id }, data: { humanRef } })
    const same = await test.as('supervisor', 'same')
    const own = (await test.desk.query(listChecks, {}, same)).items[0]
    expect(own?.lock).toMatchObject({ key: 'opened_it' })
    const input = { checkId, version: 1, fits: true }
    await expect(test.desk.command(checkDocument, input, same)).rejects.toMatchObject({ code: 'not_allowed', reason: 'opened_it_yourself' })
    const other = await test.as('supervisor')
    await test.desk.command(checkDocument, input, other)
    await expect(test.desk.command(checkDocument, input, other)).rejects.toMatchObject({ code: 'conflict' })
    await expect(test.desk.command(checkDocument, { ...input, version: 2 }, other)).rejects.toMatchObject({ reason: 'check_over' })
  })

  it('is opened on purpose by a supervisor, who sees a reference and a masked person, and leaves an entry', async () => {
    const { test, checkId } = await reported(kind)
    const supervisor = await test.as('supervisor')
    expect(JSON.stringify(await test.desk.query(listChecks, {}, supervisor))).not.toMatch(/BR-2026|陈|example/)
    const opened = await test.desk.query(openCheck, { checkId }, supervisor)
    expect(opened).toMatchObject({ reference: 'BR-2026-00417', contact: 'n••••@•••••.cn' })
    expect(opened.person.fields.every((field) => !field.revealable)).toBe(true)
    expect(JSON.stringify(opened)).not.toMatch(/13812345678|陈静/)
    expect((await entriesOf(test)).at(-1)).toMatchObject({ what: 'verification.check_viewed', outcome: 'ok' })
  })

  it('gives the contact back its worth when the document does not fit, and can be reported again', async () => {
    const { test, agent, checkId, nextCall } = await reported(kind)
    const callId = await nextCall(hour)
    expect(await wayOf(test, agent, 'code_phone')).toMatchObject({ lock: { key: 'contact_doubtful' }, against: [{ key: 'reported_lost' }] })
    await expect(reportLost(test, agent, callId)).rejects.toMatchObject({ reason: 'check_under_way' })
    await judged(test, checkId, false)
    expect(await wayOf(test, agent, 'code_phone')).toMatchObject({ lock: null, against: [] })
    test.clock.advance(80 * hour)
    await test.as('agent')
    await expect(sendCode.run(test.desk, { callId, wayId: checkId }, agent)).rejects.toMatchObject({ reason: 'code_not_possible' })
    await reportLost(test, agent, callId)
  })

  it('stays lost once that was confirmed: a later report of the same contact that is false, or objected to, clears nothing', async () => {
    const { test, agent, checkId, nextCall } = await reported(kind)
    const found = await withStore(test, (store) => store.checks.get(checkId))
    await judged(test, checkId)
    const callId = await nextCall(40 * 24 * hour)
    const isLost = { wayId: found?.identifierId, lock: { key: 'contact_doubtful' }, against: [{ key: 'reported_lost' }] }
    expect(await wayOf(test, agent, 'code_phone')).toMatchObject(isLost)
    const second = await reportLost(test, agent, callId)
    await judged(test, second.checkId, false)
    expect(await wayOf(test, agent, 'code_phone'), 'the second reference does not fit').toMatchObject(isLost)

    const third = await reportLost(test, agent, callId)
    await test.desk.command(noteProof, { callId, proof: 'answers' }, agent)
    await test.desk.command(objectToCheck, { callId, checkId: third.checkId }, agent)
    const answer = { checkId: third.checkId, version: 2, contactStaysLost: false }
    await test.desk.command(settleObjection, answer, await test.as('supervisor', '2'))
    expect(await wayOf(test, agent, 'code_phone'), 'the first report stands').toMatchObject(isLost)
    const settled = (await entriesOf(test)).find(({ what }) => what === 'verification.objection_settled')
    expect(settled?.text).toContain('"contact_stays_lost":true')
  })

  it('ends when somebody at level 1 says that it was not them; another supervisor answers', async () => {
    const { test, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const callId = await nextCall(hour)
    const object = () => test.desk.command(objectToCheck, { callId, checkId }, agent)
    expect((await wayOf(test, agent, 'lost_contact')).check?.objection).toMatchObject({ key: 'needs_level', params: { level: 1 } })
    await expect(object()).rejects.toMatchObject({ reason: 'level_too_low' })
    expect(await test.desk.command(noteProof, { callId, proof: 'answers' }, agent)).toEqual({ noted: true, level: 1 })
    expect((await wayOf(test, agent, 'lost_contact')).check?.objection).toBeNull()
    await object()
    await expect(object()).rejects.toMatchObject({ reason: 'check_over' })
    test.clock.advance(80 * hour)
    await test.as('agent')
    expect(await wayOf(test, agent, 'lost_contact')).toMatchObject({ lock: { key: 'check_objected' }, gives: 1 })
    await expect(sendCode.run(test.desk, { callId, wayId: checkId }, agent)).rejects.toMatchObject({ reason: 'code_not_possible' })

    const answer = { checkId, version: 3, contactStaysLost: false }
    const checker = await test.as('supervisor')
    expect((await test.desk.query(listChecks, {}, checker)).items).toMatchObject([{ lock: { key: 'checked_it' } }])
    await expect(test.desk.command(settleObjection, answer, checker)).rejects.toMatchObject({ reason: 'approved_it_yourself' })
    await test.desk.command(settleObjection, answer, await test.as('supervisor', '2'))
    expect(await wayOf(test, agent, 'code_phone')).toMatchObject({ lock: null })
    expect((await test.desk.query(listChecks, {}, await test.as('supervisor', '2'))).items).toEqual([])
  })

  it('takes the level of a call that rests on it when it is objected to, and disputes what was opened in it', async () => {
    const { test, subjectId, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const callId = await nextCall(72 * hour)
    await passCode(test, agent, callId, checkId)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const { caseCode } = await submitFromCall.run(test.desk, {
      callId, subjectId, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'a'.repeat(32),
    }, agent)
    const holder = await test.as('agent', 'second')
    const other = await lookUp(test, holder, phone)
    await test.desk.command(noteProof, { callId: other, proof: 'answers' }, holder)
    await test.desk.command(objectToCheck, { callId: other, checkId }, holder)
    expect((await callScreen(test, agent)).person.found).toBe('locked')
    const stored = await withStore(test, (store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request.pauses.map((pause) => pause.kind)).toEqual(['disputed'])
    expect((await entriesOf(test)).map(({ what }) => what)).toContain('request.disputed')
  })

  it('disputes what came by letter and was verified in a call that rests on it, which the supervisor was shown', async () => {
    const { test, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const letter = await test.desk.command(recordIntake, {
      channel: 'letter', receivedOn: new Date(test.clock.now() - 24 * hour).toISOString().slice(0, 10), query: phone,
      kind: 'deletion', scope: 'credit_scoring', contact: '', locale: 'en', words: '', idempotencyKey: 'c'.repeat(32),
    }, agent)
    const callId = await nextCall(72 * hour)
    await passCode(test, agent, callId, checkId)
    const stored = async () => {
      const found = await withStore(test, (store) => store.requests.byCaseCode(letter.caseCode))
      if (found === null) throw new Error('no such case')
      return found
    }
    const pauses = async () => (await stored()).request.pauses.map((pause) => pause.kind)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const { version } = (await stored()).request
    await callBack.run(test.desk, { caseCode: letter.caseCode, version, callId, told }, agent)
    expect((await stored()).request.state).toBe('awaiting_approval')
    const reader = await test.as('supervisor', 'reader')
    const verified = async () =>
      (await test.desk.query(viewApprovals, { caseCode: letter.caseCode }, reader)).opened?.verified
    const byCheck = { level: 2, by: { key: 'lost_contact_procedure' } }
    expect(await verified(), 'the supervisor sees by what').toMatchObject(byCheck)

    const holder = await test.as('agent', 'second')
    const other = await lookUp(test, holder, phone)
    await test.desk.command(noteProof, { callId: other, proof: 'answers' }, holder)
    await test.desk.command(handOverCall, { callId, to: anybody, line: 'ends' }, agent)
    await test.desk.command(takeOverCall, { callId }, await test.as('agent', 'third'))
    expect(await verified(), 'by what it was, though that opens nothing any more').toMatchObject(byCheck)
    await test.desk.command(objectToCheck, { callId: other, checkId }, holder)
    expect(await pauses(), 'though the call has changed hands since').toEqual(['disputed'])
    const [entry] = (await entriesOf(test)).filter(({ what }) => what === 'verification.objected')
    expect(entry?.text).toContain('"cases":1')
  })

  it('disputes what was opened in a call that rests on it, and leaves alone what rests on nothing of it', async () => {
    const { test, subjectId, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const callId = await nextCall(72 * hour)
    await passCode(test, agent, callId, checkId)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const ask = { subjectId, told, words: '' }
    const resting = await submitFromCall.run(test.desk, {
      ...ask, callId, choiceId: 'deletion:credit_scoring', idempotencyKey: 'b'.repeat(32),
    }, agent)
    const holder = await test.as('agent', 'second')
    const other = await lookUp(test, holder, phone)
    await passCode(test, holder, other, (await wayOf(test, holder, 'code_email')).wayId)
    const theirs = await seenAndSubmitted(test, {
      ...ask, callId: other, choiceId: 'deregistration:credit_scoring', told: null, idempotencyKey: 'c'.repeat(32),
    }, holder)
    // It was opened by what the check gave, and verified once more by the e-mail on file.
    const id = (await withStore(test, (store) => store.requests.byCaseCode(resting.caseCode)))?.request.id ?? ''
    await withStore(test, (store) => store.requests.noteVerifiedIn(id, other))
    await test.desk.command(objectToCheck, { callId: other, checkId }, holder)
    const pauses = async (caseCode: string) =>
      (await withStore(test, (store) => store.requests.byCaseCode(caseCode)))?.request.pauses.map((pause) => pause.kind)
    expect(await pauses(resting.caseCode)).toEqual(['disputed'])
    expect(await pauses(theirs.caseCode)).toEqual([])
  })

  it('is objected to also where what rests on it stands still already, which stays as it is', async () => {
    const { test, subjectId, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const callId = await nextCall(72 * hour)
    await passCode(test, agent, callId, checkId)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const { caseCode } = await submitFromCall.run(test.desk, {
      callId, subjectId, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'd'.repeat(32),
    }, agent)
    const stored = () => withStore(test, (store) => store.requests.byCaseCode(caseCode))
    const holder = await test.as('agent', 'second')
    const other = await lookUp(test, holder, phone)
    await passCode(test, holder, other, (await wayOf(test, holder, 'code_email')).wayId)
    const disputing = { caseCode, version: (await stored())?.request.version, callId: other, words: '' }
    await test.desk.command(disputeRequest, disputing, holder)
    const before = (await stored())?.request.pauses
    await test.desk.command(objectToCheck, { callId: other, checkId }, holder)
    expect((await stored())?.request.pauses).toEqual(before)
    const [entry] = (await entriesOf(test)).filter(({ what }) => what === 'verification.objected')
    expect(entry).toMatchObject({ outcome: 'ok', text: expect.stringContaining('"cases":0') as string })
  })

  it.each([[1, 0], [2, 1]])('is objected to at level %i: what was disputed before and went on, %i is disputed again', async (level, again) => {
    const { test, subjectId, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const callId = await nextCall(72 * hour)
    await passCode(test, agent, callId, checkId)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const { caseCode } = await submitFromCall.run(test.desk, {
      callId, subjectId, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'd'.repeat(32),
    }, agent)
    const stored = () => withStore(test, (store) => store.requests.byCaseCode(caseCode))
    const holder = await test.as('agent', 'second')
    const other = await lookUp(test, holder, phone)
    await test.desk.command(noteProof, { callId: other, proof: 'answers' }, holder)
    const disputed = { caseCode, version: (await stored())?.request.version, callId: other, words: '' }
    await test.desk.command(disputeRequest, disputed, holder)
    await test.as('supervisor', '2')
    test.clock.advance(25 * hour)
    const answer = { caseCode, version: (await stored())?.request.version, upheld: false, words: 'They knew the case.' }
    await test.desk.command(resolveDispute, answer, await test.as('supervisor', '2'))
    await test.as('agent', 'second')
    if (level === 2) await passCode(test, holder, other, (await wayOf(test, holder, 'code_email')).wayId)
    await test.desk.command(objectToCheck, { callId: other, checkId }, holder)
    const [entry] = (await entriesOf(test)).filter(({ what }) => what === 'verification.objected')
    expect(entry?.text).toContain(`"cases":${again}`)
    expect((await stored())?.request.pauses.length).toBe(again)
  })

  it('keeps who checked from deciding about that person: by the rule, and by the database', async () => {
    const { test, subjectId, agent, checkId, nextCall } = await reported(kind)
    await judged(test, checkId)
    const callId = await nextCall(72 * hour)
    await passCode(test, agent, callId, checkId)
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const { caseCode } = await submitFromCall.run(test.desk, {
      callId, subjectId, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'b'.repeat(32),
    }, agent)
    const stored = await withStore(test, (store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request.state).toBe('awaiting_approval')
    const { id, version, planHash } = stored?.request ?? { id: '', version: 0, planHash: null }
    test.clock.advance(25 * hour)
    const decision = { caseCode, version, planHash, confirm: caseCode.slice(-5) }
    const checker = await test.as('supervisor')
    await expect(test.desk.command(approveRequest, decision, checker)).rejects.toMatchObject({ code: 'not_allowed', reason: 'took_part' })
    const { humanRef } = await test.staffOf('supervisor')
    await expect(
      withStore(test, (store) => store.requests.addApproval({ requestId: id, humanRef, planHash: 'x', at: test.clock.now() })),
    ).rejects.toMatchObject({ fault: 'separation_of_duties' })
    await test.as('supervisor', '2')
    test.clock.advance(25 * hour)
    const other = await test.as('supervisor', '2')
    expect(await test.desk.command(approveRequest, decision, other)).toMatchObject({ state: 'cooling_off' })
  })

  it('refuses a document’s number for a reference, a contact that is on file, and a way that is nobody’s', async () => {
    const { test, agent } = await deskWithChen(kind)
    const callId = await lookUp(test, agent, phone)
    const { wayId } = await wayOf(test, agent, 'code_phone')
    const report = (more: object) => {
      const input = { callId, wayId, reference: 'BR-2026-00417', contact: 'new@example.cn', ...more }
      return test.desk.command(reportContactLost, input, agent)
    }
    for (const reference of ['11010519491231002X', 'E12345678', 'my passport', '', 'BR--1']) {
      await expect(report({ reference })).rejects.toMatchObject({ fields: { reference: 'coded_reference' } })
    }
    await expect(report({ contact: 'nobody' })).rejects.toMatchObject({ fields: { contact: 'contact' } })
    await expect(report({ contact: '138 1234 5678' })).rejects.toMatchObject({ fields: { contact: 'contact_on_file' } })
    await expect(report({ wayId: crypto.randomUUID() })).rejects.toMatchObject({ reason: 'code_not_possible' })
    expect((await withStore(test, (store) => store.checks.waiting(10))).total).toBe(0)
    expect(await wayOf(test, agent, 'code_phone')).toMatchObject({ lock: null })
  })
})

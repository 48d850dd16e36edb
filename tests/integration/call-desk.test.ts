import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { addNote } from '#usecases/call/add-note.ts'
import { openCall } from '#usecases/call/open-call.ts'
import { resumeCall } from '#usecases/call/resume-call.ts'
import { setCallerLanguage } from '#usecases/call/set-caller-language.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { revealField } from '#usecases/person/reveal-field.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { checkCode } from '#usecases/verification/check-code.ts'
import { noteProof } from '#usecases/verification/note-proof.ts'
import type { DeskCallView } from '#usecases/views/desk.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import {
  callScreen, chen, codeSent, creditService, entriesOf, lookUp, onFile, screen, verifiedCall, withStore,
} from '../support/caller-story.ts'
import { seenAndSubmitted } from '../support/seen-numbers.ts'

const minute = 60_000

/** A desk with the credit service, and Chen enrolled by a box that was ticked for her. */
async function deskWithChen(kind: 'sqlite' | 'postgresql'): Promise<TestDesk & { subjectId: string }> {
  const test = await openTestDesk(kind)
  await creditService(test)
  await withStore(test, (store) => store.settings.setMeta('demo', 'yes'))
  const subjectId = await onFile(test, chen)
  await withStore(test, (store) =>
    store.consents.append(
      {
        subjectId, purpose: 'credit_scoring', noticeVersion: '3.1', state: 'ConsentGiven', indication: 'left_preticked',
        channel: 'app', occurredAt: Date.parse('2018-01-03T00:12:00Z'), eventId: 'e-1', evidenceRef: null, concerns: null,
      },
      test.clock.now(),
      'test',
    ),
  )
  return { ...test, subjectId }
}

/** The screen without what is random or told by the clock. */
const bare = (view: DeskCallView) =>
  JSON.parse(JSON.stringify(view), (key: string, value: unknown) =>
    ['callId', 'startedAt', 'now', 'lookedUpAt', 'subjectId', 'fieldId', 'wayId', 'person', 'colleagues'].includes(key) ? undefined : value,
  ) as unknown

describe.each(['sqlite', 'postgresql'] as const)('a call, on %s', (kind) => {
  it('finds a person by any common writing of each identifier, and shows them masked and nothing else', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    for (const query of ['138 1234 5678', '+86-138-1234-5678', 'Chen.Jing@Example.CN', '11010519491231002x', '20880012347735']) {
      const callId = await lookUp(test, agent, query)
      const view = await callScreen(test, agent)
      expect(view.person.found, query).toBe('locked')
      // What anybody can say no to is what is configured: the same whoever is looked up (opt-out.test.ts).
      const shown = JSON.stringify({ ...view, optOuts: [] })
      for (const canary of ['13812345678', '1234 5678', 'chen.jing', '陈静', '11010519491231002', '20880012347735', 'credit', 'Enrolled', '3.1']) {
        expect(shown, canary).not.toContain(canary)
      }
      await test.desk.command(wrapUpCall, { callId, outcome: 'not_verified', note: '', callBackAt: null }, agent)
    }
  })

  it('says and shows the same for a known, an unknown and an erased person, but for the masked identity', async () => {
    const test = await deskWithChen(kind)
    const views: DeskCallView[] = []
    for (const [name, query] of [['known', '13812345678'], ['unknown', '13900000000'], ['erased', '13812345678']] as const) {
      const agent = await test.as('agent', name)
      if (name === 'erased') {
        await test.desk.database.prisma.identifier.deleteMany({ where: { subjectId: test.subjectId } })
        await test.desk.database.prisma.subject.update({ where: { id: test.subjectId }, data: { status: 'erased' } })
      }
      await lookUp(test, agent, query)
      views.push(await callScreen(test, agent))
    }
    expect(views.map(({ person }) => person.found)).toEqual(['locked', 'none', 'none'])
    const [known, unknown, erased] = views.map(bare)
    expect(unknown).toEqual(known)
    expect(erased).toEqual(unknown)
    const [, ofUnknown, ofErased] = views.map(({ person }) => Object.keys(person))
    expect(ofErased).toEqual(ofUnknown)
  })

  it('leaves an entry of every look-up with its call, which commits to what was looked up and does not say it', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, '13812345678')
    await lookUp(test, agent, '13900000000', callId)
    const looked = (await entriesOf(test)).filter((entry) => entry.what === 'person.looked_up')
    expect(looked.map((entry) => [entry.callId, JSON.parse(entry.text).data.matches])).toEqual(
      expect.arrayContaining([[callId, 'one'], [callId, 'none']]),
    )
    expect(looked.map((entry) => entry.text).join()).not.toMatch(/138\D?1234|139\D?0000/)
    const salts = await test.desk.database.prisma.auditSalt.findMany({ where: { name: 'identifier' } })
    const forNobody = salts.filter((salt) => salt.subjectId === null)
    expect(salts.filter((salt) => salt.subjectId === test.subjectId)).toHaveLength(1)
    expect(forNobody.map((salt) => salt.expiresAt?.toISOString())).toEqual(['2020-01-08T02:00:00.000Z'])
  })

  it('refuses what is no identifier, in words, and keeps no call of it', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    await expect(test.desk.command(lookUpPerson, { callId: null, query: '陈 静', telephonyId: null }, agent)).rejects.toMatchObject({
      reason: 'looked_up_nothing',
    })
    expect((await screen(test, agent)).state).toBe('idle')
  })

  it('asks for a second identifier where one is on two accounts', async () => {
    const test = await deskWithChen(kind)
    await onFile(test, { ...chen, externalId: '20880099', identifiers: { phone: '+8613812345678', email: 'li@example.cn' }, name: '李雷' })
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, '13812345678')
    expect((await callScreen(test, agent)).person).toMatchObject({ found: 'several', matchedBy: 'phone' })
    await lookUp(test, agent, 'li@example.cn', callId)
    const { person } = await callScreen(test, agent)
    const ways = person.found === 'locked' ? person.ways : []
    const codes = ways.filter(({ way }) => way.startsWith('code_'))
    expect(codes.map(({ way, lock, against }) => [way, lock?.key, against.map(({ key }) => key)])).toEqual([
      ['code_phone', 'contact_doubtful', ['shared']],
      ['code_email', undefined, []],
    ])
  })

  it('begins one call when the first look-up is clicked twice', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const first = await lookUp(test, agent, '13812345678')
    expect(await lookUp(test, agent, '13812345678')).toBe(first)
  })

  it('is nobody else’s: another agent may do nothing in it', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const other = await test.as('agent', '2')
    const { callId, subjectId, person } = await verifiedCall(test, agent)
    const fieldId = person.person.fields.find(({ field }) => field === 'phone')?.fieldId ?? 'none'
    const refused = { code: 'not_allowed', reason: 'not_your_call' }
    await expect(lookUp(test, other, '13812345678', callId)).rejects.toMatchObject(refused)
    await expect(test.desk.command(addNote, { callId, note: 'x' }, other)).rejects.toMatchObject(refused)
    await expect(test.desk.command(wrapUpCall, { callId, outcome: 'wrong_number', note: '', callBackAt: null }, other)).rejects.toMatchObject(refused)
    await expect(
      test.desk.query(revealField, { callId, subjectId, fieldId, field: 'phone', reason: 'read_back' }, other),
    ).rejects.toMatchObject(refused)
    const denied = (await entriesOf(test)).map(({ what }) => what).filter((what) => what.endsWith('.denied'))
    expect(denied).toEqual(['command.denied', 'command.denied', 'command.denied', 'query.denied'])
  })

  it('opens at level 2: the sentence, the box as it stood, and what can be done, the wrong put right first', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const { person } = await verifiedCall(test, agent)
    const view = await callScreen(test, agent)
    expect(view.call.assurance).toMatchObject({ level: 2, by: { key: 'one_time_code', params: { field: 'phone' } } })
    expect(view.call.callerLocale).toBe('zh-CN')
    expect(person.verdict).toMatchObject({ key: 'verdict.enrolled.preticked', tone: 'bad' })
    expect(person.standings).toMatchObject([{ standing: 'enrolled', flagged: true }])
    const lane = person.lanes.find(({ purpose }) => purpose === 'credit_scoring')
    expect(lane?.events.map(({ defects }) => defects.map(({ code }) => code))).toEqual([['preticked', 'bundled']])
    expect(person.notices).toMatchObject([{ version: '3.1', control: 'preticked_box', next: { version: '3.2' } }])
    expect(person.choices.map(({ choiceId, best, lock }) => [choiceId, best, lock?.key ?? null])).toEqual([
      ['void_enrolment:credit_scoring', true, null],
      ['deregistration:credit_scoring', false, null],
      ['consent_withdrawal:credit_scoring:annual_review', false, 'not_given'],
      ['consent_withdrawal:credit_scoring:marketing', false, 'not_given'],
      ['access:credit_scoring', false, null],
      ['access:account', false, null],
      ['deletion:credit_scoring', false, null],
      ['deletion:account', false, null],
    ])
    const deletion = person.choices.find(({ choiceId }) => choiceId === 'deletion:credit_scoring')
    expect(deletion).toMatchObject({ mark: { mark: 'none', reason: 'no_valid_enrolment' }, mustTell: true, coolingOffDays: 7 })
    expect(deletion?.due.lines.map(({ key }) => key)).toContain('received')
    expect(deletion?.script).toMatchObject({ locale: 'zh-CN', version: 'v1' })
    expect(deletion?.script.lines[0]?.beside).toContain('will be erased')
    for (const canary of ['13812345678', '陈静', 'chen.jing']) expect(JSON.stringify(view)).not.toContain(canary)
  })

  it('reads a number without + as the desk’s own country’s', async () => {
    const test = await deskWithChen(kind)
    await onFile(test, { ...chen, externalId: 'ca-1', identifiers: { phone: '+15147214711' } })
    const agent = await test.as('agent')
    const found = async (query: string) => {
      const callId = await lookUp(test, agent, query)
      const view = await callScreen(test, agent)
      await test.desk.command(wrapUpCall, { callId, outcome: 'not_verified', note: '', callBackAt: null }, agent)
      return view.person.found
    }
    expect([await found('514 721 4711'), await found('138 1234 5678')]).toEqual(['none', 'locked'])
    await test.desk.command(setSetting, { key: 'home_country', value: 'CA' }, await test.as('administrator'))
    expect([await found('514 721 4711'), await found('138 1234 5678')]).toEqual(['locked', 'none'])
  })

  it('begins one call where a second first look-up comes before the first one is written', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const { id: staffId, humanRef } = await test.staffOf('agent')
    const sessionId = agent.kind === 'session' ? agent.sessionId : ''
    const id = crypto.randomUUID()
    let second: Promise<string> | undefined
    await withStore(test, async (store) => {
      await store.turns.ofStaff(staffId)
      second = lookUp(test, agent, '13812345678')
      // Long enough for the second to go ahead, if nothing held it.
      await setTimeout(400)
      await store.calls.open({
        id, staffId, humanRef, sessionId, channel: 'phone', telephonyId: null, locale: 'en', startedAt: test.clock.now(),
      })
    })
    expect(await second).toBe(id)
    expect(await test.desk.database.prisma.call.count()).toBe(1)
  })

  it('reveals one field for one reason, for thirty seconds, and writes it down; not before level 2', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, '13812345678')
    const locked = (await callScreen(test, agent)).person
    const fields = locked.found === 'locked' ? locked.person.fields : []
    const fieldId = fields.find(({ field }) => field === 'phone')?.fieldId
    const input = { callId, subjectId: test.subjectId, fieldId, field: 'phone', reason: 'read_back' }
    expect(fields.every(({ revealable }) => !revealable)).toBe(true)
    await expect(test.desk.query(revealField, input, agent)).rejects.toMatchObject({ reason: 'level_too_low' })
    const { challengeId, code } = await codeSent(test, agent, callId)
    await checkCode.run(test.desk, { callId, challengeId, code }, agent)
    expect(await test.desk.query(revealField, input, agent)).toEqual({ value: '+8613812345678', until: test.clock.now() + 30_000 })
    const revealed = (await entriesOf(test)).filter((entry) => entry.what === 'person.revealed')
    expect(revealed).toMatchObject([{ callId, outcome: 'ok' }])
    expect(revealed[0]?.text).toContain('read_back')
  })

  it('goes from the look-up to a case code to say and a wrapped-up call; a double click is one request', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const { callId, subjectId } = await verifiedCall(test, agent)
    const input = {
      callId, subjectId, choiceId: 'void_enrolment:credit_scoring', told: null, words: '我没有同意过',
      idempotencyKey: '0123456789abcdef0123456789abcdef',
    }
    const first = await seenAndSubmitted(test, input, agent)
    const again = await seenAndSubmitted(test, input, agent)
    expect(again.caseCode).toBe(first.caseCode)
    const { person } = await callScreen(test, agent)
    if (person.found !== 'verified') throw new Error('not verified any more')
    expect(person.submitted.map(({ caseCode, kind: of }) => [caseCode, of])).toEqual([[first.caseCode, 'void_enrolment']])
    const voided = person.choices.find(({ choiceId }) => choiceId === input.choiceId)
    expect(voided?.lock).toMatchObject({ key: 'open_already', params: { caseCode: first.caseCode } })

    const callBackAt = test.clock.now() + 60 * minute
    await test.desk.command(wrapUpCall, { callId, outcome: 'promised_call', note: 'Calls from work.', callBackAt }, agent)
    const idle = await screen(test, agent)
    expect(idle).toMatchObject({ state: 'idle', unfinishedCall: null, callBacks: [{ caseCode: first.caseCode, at: callBackAt, zone: 'Asia/Shanghai' }] })
    await expect(test.desk.command(wrapUpCall, { callId, outcome: 'wrong_number', note: '', callBackAt: null }, agent)).rejects.toMatchObject({
      reason: 'call_ended',
    })
    const wrapped = (await entriesOf(test)).filter((entry) => entry.what === 'call.wrapped_up')
    expect(wrapped).toMatchObject([{ callId, outcome: 'ok' }])
    expect((await entriesOf(test)).map((entry) => entry.text).join()).not.toContain('Calls from work')
    await lookUp(test, agent, first.caseCode)
    expect((await callScreen(test, agent)).person.found).toBe('locked')
  })

  it('asks for a case behind a promise, and for a person behind a note', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const { callId } = await test.desk.command(openCall, {}, agent)
    expect((await callScreen(test, agent)).outcomes).not.toContain('promised_call')
    const callBackAt = test.clock.now() + minute
    await expect(test.desk.command(wrapUpCall, { callId, outcome: 'promised_call', note: '', callBackAt }, agent)).rejects.toMatchObject({
      fields: { outcome: 'outcome_without_case' },
    })
    await expect(test.desk.command(addNote, { callId, note: 'who?' }, agent)).rejects.toMatchObject({ reason: 'note_needs_person' })
    await test.desk.command(setCallerLanguage, { callId, locale: 'zh-CN' }, agent)
    expect((await callScreen(test, agent)).sayNow.lines[0]?.say).toContain('来电人')
    await test.desk.command(wrapUpCall, { callId, outcome: 'question_answered', note: '', callBackAt: null }, agent)
    expect((await screen(test, agent)).state).toBe('idle')
  })

  it('ends with its sign-in; taken up within ten minutes its level stays, later the caller is verified anew', async () => {
    const test = await deskWithChen(kind)
    const agent = await test.as('agent')
    const { callId } = await verifiedCall(test, agent)
    const { id: staffId } = await test.staffOf('agent')
    const signInAgain = async () => {
      const sessionId = crypto.randomUUID()
      const now = test.clock.now()
      await withStore(test, async (store) => {
        await store.staff.revokeSessions(staffId, now, 'signed_out')
        const times = { createdAt: now, lastSeenAt: now, endsAt: now + 600 * minute }
        await store.staff.openSession({ id: sessionId, staffId, ...times, revokedAt: null })
      })
      return { kind: 'session', sessionId, via: 'post' } as const
    }
    const second = await signInAgain()
    test.clock.advance(5 * minute)
    expect(await screen(test, second)).toMatchObject({ state: 'idle', unfinishedCall: { callId, resumable: true } })
    await expect(lookUp(test, second, '13812345678', callId)).rejects.toMatchObject({ reason: 'call_ended' })
    await test.desk.command(resumeCall, { callId }, second)
    expect((await callScreen(test, second)).person.found).toBe('verified')
    const third = await signInAgain()
    test.clock.advance(11 * minute)
    expect(await screen(test, third)).toMatchObject({ unfinishedCall: { resumable: false } })
    await test.desk.command(resumeCall, { callId }, third)
    expect((await callScreen(test, third)).person.found).toBe('locked')
    expect(await test.desk.command(noteProof, { callId, proof: 'answers' }, third), 'the old code adds nothing').toEqual({
      noted: true, level: 1,
    })
  })
})

import { describe, expect, it } from 'vitest'
import { openCase } from '#usecases/case/open-case.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { keepDraft } from '#usecases/draft/keep-draft.ts'
import { readDraft } from '#usecases/draft/read-draft.ts'
import { askAfterErasure } from '#usecases/erased/ask-after-erasure.ts'
import { checkReceipt } from '#usecases/erased/check-receipt.ts'
import { answerObjection } from '#usecases/request/answer-objection.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { resolveDispute } from '#usecases/request/resolve-dispute.ts'
import type { Principal } from '#usecases/actor.ts'
import type { AskAboutView } from '#usecases/views/desk.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { callScreen, entriesOf, lookUp, verifiedCall } from '../support/caller-story.ts'
import { openErasedStory, sayReceiptOf } from '../support/erased-story.ts'
import { day, openErasureStory, people, type ErasureStory } from '../support/erasure-story.ts'

const why = 'Your bank asked us to keep it while the claim runs.'
const freshKey = () => crypto.randomUUID().replaceAll('-', '')

async function reject(story: ErasureStory, caseCode: string, which = 'refuses') {
  const input = { ...(await story.onCase(caseCode)), code: 'manifestly_excessive', ground: 'gdpr_12_5', text: why }
  return story.desk.command(rejectRequest, input, await story.as('supervisor', which))
}

/** A deletion of Ann's that a supervisor refused, and the call in which she asks why. */
async function refused(kind: DatabaseKind) {
  const story = await openErasureStory(kind)
  const { caseCode } = await story.ask('deletion:account', 'ann')
  await reject(story, caseCode)
  const agent = await story.as('agent', 'hears')
  return { story, caseCode, agent, ...(await verifiedCall(story, agent, people.ann.phone)) }
}

const asksAbout = (story: ErasureStory, agent: Principal, input: {
  callId: string; subjectId: string; about: AskAboutView | null | undefined; kind?: 'objection' | 'ineligibility_correction'
}) => {
  const { callId, subjectId, about, kind = 'objection' } = input
  return askAfterErasure.run(story.desk, {
    callId, subjectId, kind, erasureId: about?.erasureId ?? '', entryId: about?.entryId ?? null, words: 'I do not accept it.',
    contact: '', idempotencyKey: freshKey(),
  }, agent)
}

async function answer(story: ErasureStory, caseCode: string, upheld: boolean, which: string) {
  const { planHash } = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request ?? {}
  const input = { ...(await story.onCase(caseCode)), planHash, upheld, words: 'So it is.', confirm: caseCode.slice(-5) }
  const done = await story.desk.command(answerObjection, input, await story.as('supervisor', which))
  await story.work()
  return done
}

const decisionsOf = async (story: ErasureStory, agent: Principal) => {
  const { person } = await callScreen(story, agent)
  return person.found === 'verified' ? person.decisions : []
}

describe.each(['sqlite', 'postgresql'] as const)('what was decided about somebody, on %s', (kind) => {
  it('is read out with its reason, its ground and what they may still do', async () => {
    const { story, caseCode, agent, person } = await refused(kind)
    expect(person.decisions).toMatchObject([{
      what: 'rejected', caseCode, kind: 'deletion', words: why, correction: null,
      rejection: { code: 'manifestly_excessive', ground: 'gdpr_12_5' }, objection: { entryId: null, lock: null },
    }])
    expect(person.decisions[0]?.remedies).toEqual(expect.arrayContaining(['complain_to_authority', 'object_to_desk', 'go_to_court']))
    expect((await story.desk.query(viewCase, { caseCode }, agent)).rejection).toMatchObject({ text: why })
    const log = await entriesOf(story)
    expect(log.filter((one) => one.what === 'verification.code_checked').at(-1)?.outcome, 'the grant under which it is read').toBe('ok')
    expect(log.some((one) => one.text.includes('Your bank'))).toBe(false)
  })

  it('is closed below level 2, and to an agent without the person on the line', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await reject(story, caseCode)
    const opener = await story.as('agent')
    await story.callAbout(story.subjects.ann, 1, 'low')
    await expect(story.desk.query(viewCase, { caseCode }, await story.as('agent', 'low'))).rejects.toMatchObject({ reason: 'not_your_case' })
    const { id: staffId } = await story.staffOf('agent')
    const data = { wrappedUpAt: new Date(story.clock.now()) }
    await story.desk.database.prisma.call.updateMany({ where: { staffId }, data })
    expect((await story.desk.query(viewCase, { caseCode }, opener)).rejection?.text).toBe('')
  })

  it('is objected to in their words, which a supervisor answers who had no part in it', async () => {
    const { story, caseCode, agent, callId, subjectId, person } = await refused(kind)
    const draft = { form: 'objection', of: caseCode } as const
    await story.desk.query(keepDraft, { ...draft, fields: { words: 'I do not' } }, agent)
    expect(await story.desk.query(readDraft, draft, agent)).toMatchObject({ state: 'kept', fields: { words: 'I do not' } })
    const about = person.decisions[0]?.objection
    const { caseCode: objection } = await asksAbout(story, agent, { callId, subjectId, about })
    expect(await story.stateOf(objection)).toBe('awaiting_approval')
    expect((await decisionsOf(story, agent))[0]?.objection?.lock).toEqual({ key: 'open_already', params: { caseCode: objection } })
    await expect(asksAbout(story, agent, { callId, subjectId, about })).rejects.toMatchObject({ reason: 'open_already' })
    expect(await story.logOf(objection)).toEqual(expect.arrayContaining(['request.opened', 'request.submitted']))

    await expect(answer(story, objection, true, 'refuses')).rejects.toMatchObject({ reason: 'had_part_in_subject' })
    expect(await answer(story, objection, false, 'other')).toMatchObject({ state: 'executing' })
    const notes = await story.inStore((store) => store.subjects.notes({ subjectId }))
    expect(notes.find((note) => note.kind === 'caller_words')?.text).toBe('I do not accept it.')

    // The answer itself can be objected to once; whoever gave it does not answer that.
    const answered = (await decisionsOf(story, agent)).find((one) => one.what === 'objection_answered')
    expect(answered).toMatchObject({ caseCode: objection, upheld: false, words: 'So it is.', objection: { lock: null } })
    const { caseCode: again } = await asksAbout(story, agent, { callId, subjectId, about: answered?.objection })
    for (const before of ['refuses', 'other']) {
      await expect(answer(story, again, true, before)).rejects.toMatchObject({ reason: 'had_part_in_subject' })
    }
    expect(await answer(story, again, true, 'third')).toMatchObject({ state: 'executing' })
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.objectionUpheld, 'upheld of what it was about in the end').toBe(true)
    expect((await decisionsOf(story, agent)).find((one) => one.caseCode === again)?.objection).toBeNull()
  })

  it('is nobody else’s to object to, and not by who could not be verified', async () => {
    const { story, agent, callId, subjectId, person } = await refused(kind)
    const about = person.decisions[0]?.objection
    const cleo = await story.callAbout(story.subjects.cleo, 2, 'cleo')
    await expect(asksAbout(story, cleo.agent, { callId: cleo.callId, subjectId: story.subjects.cleo, about })).rejects.toMatchObject({ code: 'not_found' })
    const low = await story.callAbout(story.subjects.ann, 1, 'low')
    await expect(asksAbout(story, low.agent, { callId: low.callId, subjectId, about })).rejects.toMatchObject({ reason: 'level_too_low' })
    expect(await decisionsOf(story, agent)).toHaveLength(1)
    // A case in which nothing was decided is not objected to from here.
    const { id } = await story.ask('deregistration:credit_scoring', 'ann')
    await expect(asksAbout(story, agent, { callId, subjectId, about: { erasureId: id, entryId: null, lock: null } })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is heard of “that was not me” too, where it was not upheld and where it was', async () => {
    const story = await openErasureStory(kind)
    const disputed = async (upheld: boolean) => {
      const { caseCode } = await story.ask('deletion:account', 'ann')
      const { callId, agent } = await story.callAbout(story.subjects.ann, 2, `says ${String(upheld)}`)
      await story.desk.command(disputeRequest, { ...(await story.onCase(caseCode)), callId, words: 'Not me.' }, agent)
      const open = await story.desk.query(viewCase, { caseCode }, agent)
      expect(open.disputeAnswer).toBeNull()
      const input = { ...(await story.onCase(caseCode)), upheld, words: `Upheld: ${String(upheld)}.` }
      await story.desk.command(resolveDispute, input, await story.as('supervisor', 'resolves'))
      expect((await story.desk.query(viewCase, { caseCode }, agent)).disputeAnswer).toBe(`Upheld: ${String(upheld)}.`)
      return caseCode
    }
    const dismissed = await disputed(false)
    await reject(story, dismissed, 'refuses')
    const upheld = await disputed(true)
    const agent = await story.as('agent', 'hears')
    const { callId, subjectId, person } = await verifiedCall(story, agent, people.ann.phone)
    const heard = person.decisions.map(({ what, caseCode, words }) => [what, caseCode, words])
    expect(heard).toEqual(expect.arrayContaining([
      ['rejected', upheld, 'Upheld: true.'], ['rejected', dismissed, why], ['dispute_dismissed', dismissed, 'Upheld: false.'],
    ]))
    expect(heard).toHaveLength(3)
    const about = person.decisions.find((one) => one.caseCode === dismissed && one.objection !== null)?.objection
    const { caseCode } = await asksAbout(story, agent, { callId, subjectId, about })
    await expect(answer(story, caseCode, true, 'resolves')).rejects.toMatchObject({ reason: 'had_part_in_subject' })
    await answer(story, caseCode, true, 'other')
  })

  it('shows a mark that stands, to be objected to or said to be a mistake', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    const agent = await story.as('agent', 'hears')
    const { callId, subjectId, person } = await verifiedCall(story, agent, people.ann.phone)
    const [marked] = person.decisions
    expect(person.decisions).toHaveLength(1)
    expect(marked).toMatchObject({
      what: 'marked', caseCode, service: { key: 'credit_scoring' }, until: null, objection: { lock: null }, correction: { lock: null },
    })
    const { caseCode: objection } = await asksAbout(story, agent, { callId, subjectId, about: marked?.objection })
    const correct = { callId, subjectId, about: marked?.correction, kind: 'ineligibility_correction' } as const
    const { caseCode: correction } = await asksAbout(story, agent, correct)
    expect([await story.stateOf(objection), await story.stateOf(correction)]).toEqual(['awaiting_approval', 'awaiting_approval'])
    expect((await decisionsOf(story, agent))[0]).toMatchObject({
      objection: { lock: { key: 'open_already', params: { caseCode: objection } } },
      correction: { lock: { key: 'open_already', params: { caseCode: correction } } },
    })
    await expect(asksAbout(story, agent, correct)).rejects.toMatchObject({ reason: 'open_already' })
    await story.approve(correction, await story.as('supervisor', 'one'))
    await story.approve(correction, await story.as('supervisor', 'two'))
    await story.work()
    expect(await story.barred('credit_scoring', 'phone', people.ann.phone)).toBe(false)
    expect((await decisionsOf(story, agent)).filter((one) => one.what === 'marked')).toEqual([])
  })

  it('is told to somebody erased as well: why what they asked since was refused', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent', 'asks')
    const callId = await story.nobodyFound(agent)
    await sayReceiptOf(story, agent, callId)
    const input = { callId, erasureId: story.erased.requestId, entryId: story.entryId, kind: 'objection', words: 'Nobody told me.' }
    const { caseCode } = await askAfterErasure.run(story.desk, { ...input, contact: '', idempotencyKey: freshKey() }, agent)
    await reject(story, caseCode)
    expect((await story.known(agent)).decisions).toMatchObject([
      { what: 'rejected', caseCode, words: why, rejection: { ground: 'gdpr_12_5' }, objection: null },
    ])
    const decider = await story.as('supervisor', 'refuses')
    await story.desk.query(openCase, { caseCode }, decider)
    expect((await story.desk.query(viewCase, { caseCode }, decider)).rejection?.text).toBe(why)
  })

  it('and what stays in spite of an erasure is told to whoever was erased: how much, why and until when', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, id } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await story.work(8 * day)
    await story.work(day)
    const certificate = (await story.inStore((store) => store.erasure.certificates(id))).at(-1)
    const agent = await story.as('agent', 'hears')
    const callId = await lookUp(story, agent, people.ann.phone)
    const receipt = story.desk.runtime.secrets.receipt(certificate?.id ?? '')
    await checkReceipt.run(story.desk, { callId, receipt }, agent)
    const { person } = await callScreen(story, agent)
    const shown = person.found === 'erased' ? person.erasures[0]?.retained : undefined
    const { retained } = JSON.parse(new TextDecoder().decode(certificate?.body)) as {
      retained: { rows: number; reason: string }[]
    }
    expect(retained.length).toBeGreaterThan(0)
    expect(shown?.map(({ rows, reason }) => [rows, reason.key])).toEqual(retained.map((one) => [one.rows, one.reason]))
    expect(shown?.some(({ until }) => until !== null && until > story.clock.now())).toBe(true)
  })
})

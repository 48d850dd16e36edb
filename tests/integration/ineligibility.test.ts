import { describe, expect, it } from 'vitest'
import { standingOf } from '#domain/consent/standing.ts'
import { readConsentsOperation } from '#server/http/operations/consents.ts'
import { openCase } from '#usecases/case/open-case.ts'
import { askCorrection, askMark } from '#usecases/ineligibility/ask-mark.ts'
import { listIneligibility } from '#usecases/ineligibility/list-ineligibility.ts'
import { openMark } from '#usecases/ineligibility/open-mark.ts'
import { reviewMark } from '#usecases/ineligibility/review-mark.ts'
import { submitAsked } from '#usecases/ineligibility/submit-asked.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { periodsOf } from '#usecases/request/enrolment-of.ts'
import { viewReviews } from '#usecases/review/view-reviews.ts'
import type { Principal } from '#usecases/actor.ts'
import { clientWith, send } from '#tests/support/api.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'

const key = () => crypto.randomUUID()

const mark = async (story: ErasureStory, query: string, by: Principal, idempotencyKey = key()) =>
  askMark.run(story.desk, { query, service: 'credit_scoring', words: 'Order of the court, 2026-7', idempotencyKey }, by)

const correct = async (story: ErasureStory, caseCode: string, by: Principal) =>
  askCorrection.run(story.desk, { caseCode, service: '', words: 'The number was recycled.', idempotencyKey: key() }, by)

const list = async (story: ErasureStory, name = '1') =>
  story.desk.query(listIneligibility, {}, await story.as('supervisor', name))

const barredAnn = (story: ErasureStory) => story.barred('credit_scoring', 'phone', people.ann.phone)

describe.each(['sqlite', 'postgresql'] as const)('a mark without a deletion, on %s', (kind) => {
  it('is asked for by one supervisor, decided by another, and leaves the data where it is', async () => {
    const story = await openErasureStory(kind)
    const asked = await mark(story, people.ann.phone, await story.as('supervisor', 'asks'))
    expect(asked.state).toBe('awaiting_approval')
    const { caseCode } = asked
    expect((await list(story, 'asks')).requests).toMatchObject([{ caseCode, askedBy: 'SU-asks', notYours: { key: 'opened_it' } }])
    await expect(story.approve(caseCode, await story.as('supervisor', 'asks'))).rejects.toMatchObject({ reason: 'took_part' })
    expect(await barredAnn(story)).toBe(false)
    const decides = await story.as('supervisor', 'decides')
    const decision = async () => (await story.desk.query(viewApprovals, { caseCode }, decides)).opened
    expect(await decision(), 'why it is asked for shows once it is opened').toMatchObject({ words: null, wordsLocked: true })
    await story.desk.query(openCase, { caseCode }, decides)
    expect(await decision()).toMatchObject({ words: 'Order of the court, 2026-7', wordsLocked: false })
    await story.approve(caseCode, await story.as('supervisor', 'decides'))
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await barredAnn(story)).toBe(true)
    expect((await story.inStore((store) => store.subjects.get(story.subjects.ann)))?.status).toBe('active')
    const stands = { caseCode, due: false, endsAt: null }
    expect(await list(story)).toMatchObject({ standing: 1, requests: [], marks: [stands] })
    const said = await story.logOf(caseCode)
    for (const what of ['person.looked_up', 'request.opened', 'request.submitted', 'request.approved', 'registry.marked']) {
      expect(said).toContain(what)
    }
  })

  it('closes the enrolment that runs: on the screen, for the account system, and by no withdrawal of the person’s', async () => {
    const story = await openErasureStory(kind)
    const { ann } = story.subjects
    const standing = async () => story.inStore(async (store) => {
      const service = await store.consents.service('credit_scoring')
      return service === null ? null : standingOf(await periodsOf(store, ann, service))
    })
    const { apiKey: api } = await clientWith(story.desk, 'consents.read')
    const consents = async () => {
      const { body } = await send(story.desk, readConsentsOperation, `/subjects/${people.ann.externalId}/consents`, { key: api })
      return (body as { purposes: { purpose: string; state: string; valid: boolean | null }[] }).purposes
    }
    expect(await standing()).toBe('enrolled')
    const { caseCode } = await mark(story, people.ann.phone, await story.as('supervisor', 'asks'))
    await story.approve(caseCode)
    await story.work()
    expect(await standing()).toBe('deregistered')
    expect(await consents()).toMatchObject([{ purpose: 'credit_scoring', state: 'ConsentExpired', valid: null }])
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining(['consent.expired', 'enrolment.closed']))

    // Of somebody who had left before nothing is closed, and what they said themselves stays the last word.
    const cleo = story.subjects.cleo
    await story.askFor('deregistration:credit_scoring', cleo)
    await story.work(2 * day)
    await story.work(2 * day)
    const second = await mark(story, people.cleo.email, await story.as('supervisor', 'asks'))
    await story.approve(second.caseCode)
    await story.work()
    const events = await story.inStore((store) => store.consents.events(cleo))
    expect(events.map((event) => event.state)).toEqual(['ConsentGiven', 'ConsentWithdrawn'])
  })

  it('can be asked for by an agent, by no auditor, once for one form, and for somebody who is on file', async () => {
    const story = await openErasureStory(kind)
    const form = key()
    const first = await mark(story, people.ann.email, await story.as('agent'), form)
    expect(await mark(story, people.ann.email, await story.as('agent'), form)).toMatchObject({ caseCode: first.caseCode })
    await expect(mark(story, people.ann.phone, await story.as('supervisor'))).rejects.toMatchObject({ reason: 'open_already' })
    await expect(mark(story, '+15147219999', await story.as('supervisor'))).rejects.toMatchObject({ fields: { query: 'unknown_person' } })
    await expect(mark(story, people.cleo.email, await story.as('auditor'))).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await story.desk.database.prisma.request.count()).toBe(1)
    // Outside a call, and counted there: who asked, how often, and for how many of them there is no case.
    const reviews = await story.desk.query(viewReviews, {}, await story.as('supervisor'))
    expect(reviews.outside).toEqual([
      { agent: 'AG-1', lookUps: 1, withoutCase: 0 }, { agent: 'SU-1', lookUps: 2, withoutCase: 1 },
    ])
    expect(reviews.calls).toEqual([])
    // Each of them was looked up, and that is on record whatever came of it.
    const lookedUp = await story.desk.database.prisma.auditEntry.findMany({ where: { what: 'person.looked_up', outcome: 'ok' } })
    expect(lookedUp).toHaveLength(3)
    for (const { bytes } of lookedUp) expect(Buffer.from(bytes).toString('utf8')).toContain('"identifier"')
    const seen = async (name?: string) => story.desk.query(listIneligibility, {}, await story.as('agent', name))
    expect(await seen()).toMatchObject({ marksShown: false, marks: [], requests: [{ caseCode: first.caseCode }] })
    expect(await seen('other')).toMatchObject({ requests: [] })
  })

  it('is submitted by whoever asked for it, and by nobody else who may ask', async () => {
    const story = await openErasureStory(kind)
    const input = { query: people.ann.phone, service: 'credit_scoring', words: 'Order of the court', idempotencyKey: 'e'.repeat(32) }
    const opened = await story.desk.command(openMark, input, await story.as('supervisor', 'asks'))
    const requestId = 'requestId' in opened ? opened.requestId : ''
    const submit = async (name: string) => story.desk.command(submitAsked, { requestId }, await story.as('supervisor', name))
    await expect(submit('other')).rejects.toMatchObject({ code: 'not_allowed', reason: 'not_the_opener' })
    expect((await story.inStore((store) => store.requests.byId(requestId)))?.request.state).toBe('open')
  })

  it('is rejected at once for somebody who was enrolled without asking', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, state } = await mark(story, people.bob.phone, await story.as('supervisor'))
    expect(state).toBe('rejected')
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining(['request.submitted', 'request.rejected']))
    expect(await list(story)).toMatchObject({ standing: 0, requests: [] })
  })

  it('comes before a supervisor at its review date, and stays when somebody says so', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await mark(story, people.ann.phone, await story.as('supervisor', 'asks'))
    await story.approve(caseCode)
    await story.work(6 * 365 * day)
    const due = await list(story)
    expect(due).toMatchObject({ toReview: 1, marks: [{ due: true }] })
    const [line] = due.marks
    const input = { entryId: line?.entryId, seen: line?.reviewOn, reviewOn: '2034-01-01' }
    await expect(story.desk.command(reviewMark, { ...input, reviewOn: '2018-01-01' }, await story.as('supervisor'))).rejects.toMatchObject({ fields: { reviewOn: 'date_past' } })
    await story.desk.command(reviewMark, input, await story.as('supervisor'))
    await expect(story.desk.command(reviewMark, input, await story.as('supervisor'))).rejects.toMatchObject({ reason: 'stale' })
    expect(await list(story)).toMatchObject({ toReview: 0, marks: [{ reviewOn: Date.parse('2034-01-01') }] })
    expect(await story.logOf(caseCode)).toContain('registry.reviewed')
  })
})

describe.each(['sqlite', 'postgresql'] as const)('a correction of a mark, on %s', (kind) => {
  it('is not asked for once the mark has ended by itself', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await mark(story, people.ann.phone, await story.as('supervisor', 'asks'))
    await story.approve(caseCode)
    await story.work()
    await story.desk.database.prisma.registryEntry.updateMany({ data: { endsAt: new Date(story.clock.now() - day) } })
    await expect(correct(story, caseCode, await story.as('supervisor'))).rejects.toMatchObject({ fields: { caseCode: 'no_mark' } })
  })

  it('needs two different supervisors, neither of whom had a part in the mark or asked for the correction', async () => {
    const story = await openErasureStory(kind)
    const marked = await mark(story, people.ann.phone, await story.as('supervisor', 'asks'))
    await story.approve(marked.caseCode, await story.as('supervisor', 'decides'))
    await story.work()
    const { caseCode, state } = await correct(story, marked.caseCode, await story.as('supervisor', 'corrects'))
    expect(state).toBe('awaiting_approval')
    await expect(correct(story, marked.caseCode, await story.as('supervisor', 'other'))).rejects.toMatchObject({ reason: 'open_already' })
    expect((await list(story)).marks[0]?.corrected).toBe(caseCode)
    for (const [who, reason] of [['corrects', 'took_part'], ['asks', 'had_part_in_subject'], ['decides', 'had_part_in_subject']] as const) {
      await expect(story.approve(caseCode, await story.as('supervisor', who))).rejects.toMatchObject({ reason })
    }
    await story.approve(caseCode, await story.as('supervisor', 'one'))
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    expect(await barredAnn(story)).toBe(true)
    expect((await list(story)).requests).toMatchObject([{ caseCode, approvedBy: 'SU-one' }])
    await expect(story.approve(caseCode, await story.as('supervisor', 'one'))).rejects.toMatchObject({ reason: 'already_approved' })
    await story.approve(caseCode, await story.as('supervisor', 'two'))
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await barredAnn(story)).toBe(false)
    expect(await list(story)).toMatchObject({ standing: 0, superseded: [{ caseCode: marked.caseCode, why: 'correction' }] })
    expect(await story.logOf(caseCode)).toContain('registry.superseded')
  })

  it('is possible for somebody who was erased: the case that left the mark names it', async () => {
    const story = await openErasureStory(kind)
    const erased = await story.ask('deletion:account', 'ann')
    await story.approve(erased.caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(erased.caseCode)).toBe('completed')
    expect(await barredAnn(story)).toBe(true)
    const { caseCode } = await correct(story, erased.caseCode, await story.as('supervisor', 'corrects'))
    await story.approve(caseCode, await story.as('supervisor', 'one'))
    await story.approve(caseCode, await story.as('supervisor', 'two'))
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await barredAnn(story)).toBe(false)
    await expect(correct(story, erased.caseCode, await story.as('supervisor', 'corrects'))).rejects.toMatchObject({ fields: { caseCode: 'no_mark' } })
  })
})

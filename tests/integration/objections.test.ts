import { describe, expect, it } from 'vitest'
import { openCase } from '#usecases/case/open-case.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { submittedViews } from '#usecases/desk/submitted-views.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { answerObjection } from '#usecases/request/answer-objection.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { findErasedInError } from '#usecases/request/find-erased-in-error.ts'
import { askAfterErasure } from '#usecases/erased/ask-after-erasure.ts'
import { openErasedStory, sayReceiptOf } from '#tests/support/erased-story.ts'
import { verifiedCall } from '#tests/support/caller-story.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'

/** A deletion whose caller heard the consequence and objects to it, and the objection that this opened. */
async function objected(story: ErasureStory) {
  const { caseCode } = await story.ask('deletion:credit_scoring', 'ann', 'objects')
  await story.work()
  const objection = await story.desk.database.prisma.request.findFirst({ where: { kind: 'objection' } })
  return { caseCode, objection: objection?.caseCode ?? '' }
}

const contested = async (story: ErasureStory, name = '1') =>
  story.desk.query(viewApprovals, { caseCode: null, only: 'contested' }, await story.as('supervisor', name))

const opened = async (story: ErasureStory, caseCode: string, name = '1') =>
  (await story.desk.query(viewApprovals, { caseCode }, await story.as('supervisor', name))).opened

async function answer(story: ErasureStory, caseCode: string, upheld: boolean, name = 'answers') {
  const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
  const { version, planHash } = stored?.request ?? {}
  const input = { caseCode, version, planHash, upheld, words: 'The box was ticked for you.', confirm: caseCode.slice(-5) }
  return story.desk.command(answerObjection, input, await story.as('supervisor', name))
}

const find = async (story: ErasureStory, caseCode: string, name: string) =>
  story.desk.command(
    findErasedInError,
    { ...(await story.onCase(caseCode)), confirm: caseCode.slice(-5) },
    await story.as('supervisor', name),
  )

describe.each(['sqlite', 'postgresql'] as const)('an objection, on %s', (kind) => {
  it('stands on one list with the disputes, the one whose own clock ends first on top', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, objection } = await objected(story)
    const disputed = await story.ask('deletion:account', 'cleo')
    const { callId, agent } = await story.callAbout(story.subjects.cleo, 1, 'second')
    await story.desk.command(disputeRequest, { ...(await story.onCase(disputed.caseCode)), callId, words: 'That was not me.' }, agent)
    const view = await contested(story)
    expect(view.contested).toBe(2)
    expect(view.items.map((item) => item.caseCode)).toEqual([disputed.caseCode, objection])
    expect(view.items[0]).toMatchObject({ decideBy: story.clock.now() + 3 * day, opens: 'case' })
    expect((await opened(story, objection))?.about).toMatchObject({ caseCode, late: false })
  })

  it('stands beside the deletion on the agent’s screen, whose code is the one to say', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, objection } = await objected(story)
    const submitted = await story.inStore(async (store) => {
      const ofCall = await Promise.all([objection, caseCode].map((code) => store.requests.byCaseCode(code)))
      return submittedViews(store, ofCall.filter((stored) => stored !== null))
    })
    expect(submitted.map((one) => [one.caseCode, one.kind, one.objection])).toEqual([[caseCode, 'deletion', objection]])
  })

  it('is answered in words; upheld before the window is over, nobody is marked and the plan differs in words', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, objection } = await objected(story)
    await story.approve(caseCode)
    await expect(story.desk.command(approveRequest, { ...(await story.onCase(objection)), planHash: null, confirm: objection.slice(-5) }, await story.as('supervisor', 'answers'))).rejects.toMatchObject({ code: 'precondition_failed' })
    expect(await answer(story, objection, true)).toMatchObject({ state: 'executing' })
    const notes = await story.inStore((store) => store.subjects.notes({ subjectId: story.subjects.ann }))
    expect(notes.find((note) => note.kind === 'objection_answer')?.text).toBe('The box was ticked for you.')
    await story.work()
    expect(await story.stateOf(objection)).toBe('completed')
    const agent = await story.as('agent', 'hears')
    expect((await verifiedCall(story, agent, people.ann.phone)).person.decisions).toMatchObject([
      { what: 'objection_answered', caseCode: objection, upheld: true, words: 'The box was ticked for you.', objection: null },
    ])
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    expect((await opened(story, caseCode, 'other'))?.changes).toEqual(
      expect.arrayContaining([{ key: 'approval_dropped', params: { by: 'SU-1' } }, { key: 'mark_removed', params: { people: 1, of: 1 } }]),
    )
    expect(await story.logOf(objection)).toEqual(expect.arrayContaining(['request.objection_answered', 'request.objection_upheld']))
    await story.approve(caseCode, await story.as('supervisor', 'other'))
    await story.work(8 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.barred('credit_scoring', 'phone', '+15147214711')).toBe(false)
    // Nobody was marked: there is no error for two supervisors to find, and none that takes a line of their list.
    expect(await story.inStore((store) => store.requests.upheldTooLate(10))).toEqual([])
    expect(await contested(story)).toMatchObject({ contested: 0, items: [] })
    expect((await opened(story, caseCode))?.finding).toBeNull()
    await expect(find(story, caseCode, 'one')).rejects.toMatchObject({ reason: 'no_objection_upheld' })
  })

  it('alone is answered: a deletion is not decided by an answer', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await expect(answer(story, caseCode, true)).rejects.toMatchObject({ reason: 'not_an_objection' })
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    expect(await story.logOf(caseCode)).not.toContain('request.objection_answered')
  })

  it('is not answered by who approved what it is about, and that list names who can', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, objection } = await objected(story)
    await story.approve(caseCode, await story.as('supervisor', 'approver'))
    await story.as('supervisor', 'other')
    await expect(answer(story, objection, false, 'approver')).rejects.toMatchObject({ code: 'not_allowed', reason: 'had_part_in_subject' })
    expect((await contested(story, 'approver')).items[0]?.notYours).toMatchObject({ who: 'SU-other' })
    expect(await answer(story, objection, false, 'other')).toMatchObject({ state: 'executing' })
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    expect((await contested(story)).contested).toBe(0)
  })

  it('upheld a year after the account is gone has its 72 hours from then, whatever was dismissed before', async () => {
    const story = await openErasedStory(kind)
    const object = async (name: string, upheld: boolean) => {
      const agent = await story.as('agent', name)
      const callId = await story.nobodyFound(agent)
      await sayReceiptOf(story, agent, callId)
      const { caseCode } = await askAfterErasure.run(story.desk, {
        callId, erasureId: story.erased.requestId, entryId: story.entryId, kind: 'objection', words: 'Nobody told me.', contact: '',
        idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
      }, agent)
      await story.as('supervisor', 'answers')
      story.clock.advance(2 * day)
      await answer(story, caseCode, upheld)
      await story.work()
    }
    await object('first', false)
    story.clock.advance(30 * day)
    await object('second', true)
    expect((await contested(story, 'answers')).items).toMatchObject([
      { caseCode: story.erased.caseCode, note: { key: 'objection_upheld_late' }, decideBy: story.clock.now() + 3 * day },
    ])
  })

  it('upheld after the erasure comes before two supervisors who did not approve it; then the mark is superseded', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, objection } = await objected(story)
    await story.approve(caseCode, await story.as('supervisor', 'approver'))
    await expect(find(story, caseCode, 'one')).rejects.toMatchObject({ reason: 'no_objection_upheld' })
    await story.work(8 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.barred('credit_scoring', 'phone', '+15147214711')).toBe(true)
    expect((await opened(story, objection))?.about).toMatchObject({ late: true })
    await answer(story, objection, true, 'one')
    await story.work()
    const due = await contested(story, 'one')
    expect(due.items).toMatchObject([{ caseCode, note: { key: 'objection_upheld_late' }, decideBy: story.clock.now() + 3 * day, notYours: null }])

    await expect(find(story, caseCode, 'approver')).rejects.toMatchObject({ reason: 'approved_it_yourself' })
    expect((await opened(story, caseCode, 'approver'))?.finding?.lock).toMatchObject({ key: 'approved_it', who: 'SU-1' })
    story.clock.advance(day)
    await find(story, caseCode, 'one')
    expect((await opened(story, caseCode, 'one'))?.finding?.until, 'from the first finding').toBe(story.clock.now() + 3 * day)
    expect(await story.barred('credit_scoring', 'phone', '+15147214711')).toBe(true)
    await expect(find(story, caseCode, 'one')).rejects.toMatchObject({ code: 'not_allowed' })
    expect((await opened(story, caseCode, 'one'))?.finding).toMatchObject({ by: 'SU-one', lock: { key: 'second_person' } })
    await find(story, caseCode, 'two')
    expect(await story.barred('credit_scoring', 'phone', '+15147214711')).toBe(false)
    expect((await contested(story)).contested).toBe(0)
    expect((await opened(story, caseCode, 'two'))?.finding, 'there is nothing left to find').toBeNull()
    expect(await story.inStore((store) => store.requests.upheldTooLate(10))).toEqual([])
    const said = await story.logOf(caseCode)
    for (const what of ['request.error_found', 'registry.superseded', 'request.erased_in_error', 'request.restorable_listed']) {
      expect(said).toContain(what)
    }
    const { head, tone } = await story.desk.query(viewCase, { caseCode }, await story.as('supervisor', 'two'))
    expect(head).toMatchObject({ key: 'in_error', params: { marked: 'yes', until: story.clock.now() + 3 * day } })
    expect(tone).toBe('bad')
  })
})

describe.each(['sqlite', 'postgresql'] as const)('what differs since a case was last seen, on %s', (kind) => {
  it('is said line by line to who opened it before, and not to who sees it for the first time', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.desk.query(openCase, { caseCode }, await story.as('supervisor', 'saw'))
    expect((await opened(story, caseCode, 'saw'))?.changes).toEqual([])
    story.clock.advance(60_000)
    await story.inStore((store) => store.requests.putHold({
      id: '5a1f6f0e-6f3c-4b8e-9d4b-2f2f0f6f7a11', holdRef: 'court-1', subjectId: story.subjects.cleo, covers: 'systems:shop',
      basis: 'court', mayNotTell: false, owner: 'legal', placedBy: 'legal', placedAt: story.clock.now(),
      reviewOn: story.clock.now() + 30 * day, liftedAt: null, liftedBy: null,
    }))
    const id = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.id ?? ''
    await story.desk.planner.plan(id)
    expect((await opened(story, caseCode, 'saw'))?.changes).toContainEqual(
      { key: 'line_changed', params: { place: 'shop.customer', from: 'delete', to: 'held' } },
    )
    expect((await opened(story, caseCode, 'new'))?.changes).toEqual([])
  })
})

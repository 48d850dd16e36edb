import { describe, expect, it } from 'vitest'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { openFromCall } from '#usecases/request/open-from-call.ts'
import { viewShift } from '#usecases/shift/view-shift.ts'
import type { ShiftView } from '#usecases/views/shift.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'

const shift = async (story: ErasureStory) => story.desk.query(viewShift, {}, await story.as('supervisor'))

const codes = ({ parked, disputed, unacknowledged, due, promised }: ShiftView) => {
  const of = (lines: readonly { caseCode: string }[]) => lines.map(({ caseCode }) => caseCode)
  return {
    parked: of(parked),
    disputed: of(disputed),
    unacknowledged: of(unacknowledged),
    due: of(due),
    promised: of(promised),
  }
}

/** As a look-up would have said: the calls of this story begin with the person found. */
const aboutAnn = (story: ErasureStory, id: string) =>
  story.desk.database.prisma.call.update({ where: { id }, data: { subjectId: story.subjects.ann } })

const nothing = { parked: [], disputed: [], unacknowledged: [], due: [], promised: [] }

describe.each(['sqlite', 'postgresql'] as const)('the hand-over of a shift, on %s', (kind) => {
  it('holds what is parked, disputed, not acknowledged, due by tomorrow, and the calls that were promised', async () => {
    const story = await openErasureStory(kind)
    expect(codes(await shift(story))).toEqual(nothing)

    const { caseCode: parked } = await story.askFor('deletion:account', story.subjects.ann, { result: 'under_pressure' })
    const { caseCode: disputed } = await story.ask('deletion:credit_scoring', 'cleo')
    const { callId, agent } = await story.callAbout(story.subjects.cleo, 1, 'second')
    const disputing = { ...(await story.onCase(disputed)), callId, words: 'That was somebody else.' }
    await story.desk.command(disputeRequest, disputing, agent)
    const view = await shift(story)
    expect(codes(view)).toMatchObject({ parked: [parked], disputed: [disputed], due: [], promised: [] })
    expect(view.unacknowledged.map(({ caseCode }) => caseCode)).toContain(parked)
    expect(view.disputed[0]?.turn).toMatchObject({ role: 'supervisor' })

    const text = JSON.stringify(view)
    for (const value of [people.ann.name, people.ann.email, story.subjects.ann, 'somebody else']) {
      expect(text).not.toContain(value)
    }
  })

  it('holds a case from the day before its legal date, and until it ends once the date is over', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const dueAt = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.dueAt ?? 0
    const at = async (when: number) => {
      story.clock.advance(when - story.clock.now())
      return (await shift(story)).due.map((line) => line.caseCode)
    }
    expect(await at(dueAt - 3 * day)).toEqual([])
    expect(await at(dueAt - day)).toEqual([caseCode])
    expect(await at(dueAt + 5 * day)).toEqual([caseCode])
  })

  it('holds a promised call by its case, with who promised it, until somebody called', async () => {
    const story = await openErasureStory(kind)
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2)
    const { caseCode } = await story.desk.command(openFromCall, {
      callId, subjectId: story.subjects.ann, choiceId: 'deregistration:credit_scoring', told: null, words: '',
      idempotencyKey: 'b'.repeat(32),
    }, agent)
    const callBackAt = story.clock.now() + day
    const promise = { callId, outcome: 'promised_call', note: '', callBackAt }
    await aboutAnn(story, callId)
    await story.desk.command(wrapUpCall, promise, agent)
    expect((await shift(story)).promised).toEqual([{ caseCode, agent: 'AG-1', at: callBackAt }])
    story.clock.advance(day)
    const stranger = await story.callAbout(story.subjects.ann, 1, 'other')
    await aboutAnn(story, stranger.callId)
    expect((await shift(story)).promised, 'anybody can have them looked up').toHaveLength(1)
    const later = await story.callAbout(story.subjects.ann, 2, 'third')
    await aboutAnn(story, later.callId)
    expect((await shift(story)).promised).toEqual([])
  })

  it('holds a promised call behind any number of promises about what has ended and people whose data is gone', async () => {
    const story = await openErasureStory(kind)
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2)
    const { caseCode } = await story.desk.command(openFromCall, {
      callId, subjectId: story.subjects.ann, choiceId: 'deregistration:credit_scoring', told: null, words: '',
      idempotencyKey: 'c'.repeat(32),
    }, agent)
    const callBackAt = story.clock.now() + day
    await aboutAnn(story, callId)
    await story.desk.command(wrapUpCall, { callId, outcome: 'promised_call', note: '', callBackAt }, agent)
    const { prisma } = story.desk.database
    const row = await prisma.call.findUniqueOrThrow({ where: { id: callId } })
    const before = (days: number) => new Date(story.clock.now() - days * day)
    await prisma.call.createMany({
      data: Array.from({ length: 120 }, (_, n) => ({
        ...row, id: crypto.randomUUID(), subjectId: n % 2 === 0 ? null : crypto.randomUUID(), startedAt: before(n + 2),
        promisedAt: before(n + 1),
      })),
    })
    const { promised, totals } = await shift(story)
    expect(promised).toEqual([{ caseCode, agent: 'AG-1', at: callBackAt }])
    expect(totals.promised).toBe(1)
    const own = await story.inStore((store) => store.calls.promised('AG-1', 100))
    expect(own.map(({ id }) => id)).toEqual([callId])
  })

  it('holds what is parked and disputed behind any number of cases that are due, and says how many there are', async () => {
    const story = await openErasureStory(kind)
    const { caseCode: due } = await story.ask('deletion:account', 'bob')
    const { caseCode: parked } = await story.askFor('deletion:account', story.subjects.ann, { result: 'under_pressure' })
    const { prisma } = story.desk.database
    const row = await prisma.request.findUniqueOrThrow({ where: { caseCode: due } })
    const dueAt = new Date(story.clock.now())
    await prisma.request.createMany({
      data: Array.from({ length: 260 }, (_, n) => ({
        ...row, id: crypto.randomUUID(), caseCode: `DUE${n}`, openingKey: null, dueAt,
      })),
    })
    const view = await shift(story)
    expect(view.parked.map((line) => line.caseCode)).toEqual([parked])
    expect(view.totals).toMatchObject({ parked: 1, disputed: 0, due: 260, unacknowledged: 262 })
    expect(view.due).toHaveLength(60)
  })
})

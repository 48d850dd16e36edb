import { describe, expect, it } from 'vitest'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { openFromCall } from '#usecases/request/open-from-call.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
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

const reject = async (story: ErasureStory, caseCode: string) => {
  const refusal = { ...(await story.onCase(caseCode)), code: 'duplicate', ground: 'asked_twice' }
  return story.desk.command(rejectRequest, refusal, await story.as('supervisor'))
}

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
    expect(await at(dueAt - 2 * day)).toEqual([])
    expect(await at(dueAt - day)).toEqual([caseCode])
    expect(await at(dueAt + 5 * day)).toEqual([caseCode])
    await reject(story, caseCode)
    expect(codes(await shift(story))).toEqual(nothing)
  })

  it('holds as not acknowledged whoever was sent nothing that arrived, with the date that a law sets for it', async () => {
    const story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    const { ann, bob, cleo } = story.subjects
    await story.desk.database.prisma.subject.update({ where: { id: bob }, data: { jurisdiction: 'US-CA' } })
    const [told, failed, ended] = [
      await story.askFor('deletion:account', ann), await story.askFor('deletion:account', bob),
      await story.askFor('deletion:account', cleo),
    ]
    await reject(story, ended.caseCode)
    await story.work()
    const { notification } = story.desk.database.prisma
    await notification.updateMany({ where: { requestId: failed.id }, data: { state: 'failed' } })
    await notification.deleteMany({ where: { requestId: ended.id } })
    expect(await notification.count({ where: { requestId: told.id, state: 'sent' } })).toBeGreaterThan(0)
    const { unacknowledged, totals } = await shift(story)
    expect(unacknowledged.map(({ caseCode }) => caseCode)).toEqual([failed.caseCode])
    expect(totals.unacknowledged).toBe(1)
    expect(unacknowledged[0]?.acknowledgeBy, 'ten business days in California')
      .toEqual({ at: Date.parse('2026-03-14T06:59:59.999Z'), zone: 'America/Los_Angeles' })
  })

  it('lists first what is due first', async () => {
    const story = await openErasureStory(kind)
    const later = await story.askFor('access:account', story.subjects.ann, { result: 'understood' })
    const sooner = await story.ask('deletion:account', 'cleo')
    const { prisma } = story.desk.database
    for (const [{ id }, days] of [[later, 20], [sooner, 10]] as const) {
      const dueAt = new Date(story.clock.now() + days * day)
      await prisma.request.update({ where: { id }, data: { dueAt, pause: 'parked' } })
    }
    expect((await shift(story)).parked.map(({ caseCode }) => caseCode)).toEqual([sooner.caseCode, later.caseCode])
  })

  it('names a legal day by the calendar of the law, with its zone, wherever the reader is', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    const dueAt = stored?.request.dueAt ?? 0
    await story.desk.database.prisma.notification.deleteMany({})
    story.clock.advance(dueAt - day - story.clock.now())
    const { due, unacknowledged } = await shift(story)
    expect(stored?.origin.jurisdiction).toBe('CN')
    expect(due[0]?.due).toEqual({ at: dueAt, zone: 'Asia/Shanghai' })
    // The last moment of the day there: in Berlin it is still afternoon, in Auckland the day after.
    const dayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(dueAt)
    expect(new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' }).format(dueAt)).toBe('23:59:59')
    expect(dayIn('Pacific/Auckland')).not.toBe(dayIn('Asia/Shanghai'))
    expect(unacknowledged.find((line) => line.caseCode === caseCode)?.due.zone).toBe('Asia/Shanghai')
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
    // Another case of hers, which was opened in another call.
    await story.ask('deletion:account', 'ann')
    // Beside it a call about somebody else, of the same agent, that promised nothing; and the call of a colleague.
    const other = await story.askFor('deletion:account', story.subjects.cleo)
    await story.desk.database.prisma.call.updateMany({
      where: { id: { not: callId }, subjectId: null }, data: { subjectId: story.subjects.cleo },
    })
    expect(other.caseCode).not.toBe(caseCode)
    expect((await shift(story)).promised).toEqual([{ caseCode, agent: 'AG-1', at: callBackAt }])
    expect(await story.inStore((store) => store.calls.promised('AG-2', 10)), 'a colleague promised nothing').toEqual([])
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

  it('holds one promise once, whomever its case names, and none about a case that has ended', async () => {
    const story = await openErasureStory(kind)
    const { ann, bob } = story.subjects
    const { callId, agent } = await story.callAbout(ann, 2)
    const at = story.clock.now()
    await story.inStore((store) => store.calls.putGrant({
      callId, subjectId: bob, lookedUpAt: at, foundBy: 'email', level: 2, levelAt: at, levelEndsAt: at + day,
    }))
    await aboutAnn(story, callId)
    const told = { result: 'not_told', scriptVersion: '1', locale: 'en', inWriting: false }
    const { caseCode } = await submitFromCall.run(story.desk, {
      callId, subjectId: ann, alsoSubjectIds: [bob], choiceId: 'deletion:account', told, words: '', idempotencyKey: 'e'.repeat(32),
    }, agent)
    const promise = { callId, outcome: 'promised_call', note: '', callBackAt: at + day }
    await story.desk.command(wrapUpCall, promise, agent)
    expect(await shift(story)).toMatchObject({ promised: [{ caseCode, agent: 'AG-1', at: at + day }], totals: { promised: 1 } })
    await story.desk.database.prisma.request.updateMany({ where: { caseCode }, data: { state: 'cancelled' } })
    expect(await shift(story)).toMatchObject({ promised: [], totals: { promised: 0 } })
  })

  it('says how many calls were promised where it lists the first of them', async () => {
    const story = await openErasureStory(kind)
    const { id } = await story.ask('deletion:account', 'ann')
    const { prisma } = story.desk.database
    const row = await prisma.request.findUniqueOrThrow({ where: { id } })
    const call = await prisma.call.findUniqueOrThrow({ where: { id: row.callId ?? '' } })
    const grant = await prisma.callSubject.findFirstOrThrow({ where: { callId: call.id } })
    const link = await prisma.requestSubject.findFirstOrThrow({ where: { requestId: id } })
    const fresh = () => crypto.randomUUID()
    const many = Array.from({ length: 65 }, (_, n) => ({ n, subjectId: fresh(), callId: fresh() }))
    const promisedAt = new Date(story.clock.now() + day)
    await prisma.call.createMany({
      data: many.map(({ subjectId, callId }) => ({ ...call, id: callId, subjectId, promisedAt })),
    })
    await prisma.callSubject.createMany({
      data: many.map(({ subjectId, callId }) => ({ ...grant, callId, subjectId })),
    })
    const opened = many.map(({ n, callId }) => (
      { ...row, id: `case-${n}`, callId, caseCode: `CALL${n}`, openingKey: null }
    ))
    await prisma.request.createMany({ data: opened })
    await prisma.requestSubject.createMany({
      data: many.map(({ n, subjectId }) => ({ ...link, requestId: `case-${n}`, subjectId })),
    })
    const { promised, totals } = await shift(story)
    expect(promised).toHaveLength(60)
    expect(totals.promised).toBe(65)
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

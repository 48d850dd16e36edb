import { describe, expect, it } from 'vitest'
import type { Principal } from '#usecases/actor.ts'
import { handOverCall } from '#usecases/call/hand-over-call.ts'
import { takeOverCall } from '#usecases/call/take-over-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { giveJobUp } from '#usecases/job/give-job-up.ts'
import { revealField } from '#usecases/person/reveal-field.ts'
import { listWorkItems } from '#usecases/review/list-work-items.ts'
import { resolveWorkItem } from '#usecases/review/resolve-work-item.ts'
import { reviewCall } from '#usecases/review/review-call.ts'
import { viewReviews } from '#usecases/review/view-reviews.ts'
import { anybody } from '#usecases/views/hand-over.ts'
import { clientWith, send } from '#tests/support/api.ts'
import { upkeep } from '#server/jobs/upkeep.ts'
import { chen, creditService, lookUp, onFile, verifiedCall, withStore } from '#tests/support/caller-story.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'
import { day, openErasureStory, people } from '#tests/support/erasure-story.ts'
import { putSubjectOperation } from '#server/http/operations/put-subject.ts'

const hour = 3_600_000

const end = (test: TestDesk, agent: Principal, callId: string, outcome: string) =>
  test.desk.command(wrapUpCall, { callId, outcome, note: '', callBackAt: null }, agent)

const reviews = async (test: TestDesk, which?: string) => test.desk.query(viewReviews, {}, await test.as('supervisor', which))

async function deskWithChen(kind: 'sqlite' | 'postgresql') {
  const test = await openTestDesk(kind)
  await creditService(test)
  return { test, subjectId: await onFile(test, chen) }
}

/** The entries of one code, as the log holds them. */
async function entriesSaying(test: TestDesk, what: string): Promise<string[]> {
  const rows = await test.desk.database.prisma.auditEntry.findMany({ where: { what }, orderBy: { at: 'asc' } })
  return rows.map((row) => Buffer.from(row.bytes).toString('utf8'))
}

describe.each(['sqlite', 'postgresql'] as const)('look-ups to review, on %s', (kind) => {
  it('are those whose outcome does not explain them; a question that was answered explains one', async () => {
    const { test } = await deskWithChen(kind)
    const agent = await test.as('agent')
    const honest = await lookUp(test, agent, '13812345678')
    await end(test, agent, honest, 'question_answered')
    const nobody = await lookUp(test, agent, '13900000000')
    await end(test, agent, nobody, 'not_found')
    expect((await reviews(test)).calls).toEqual([])

    test.clock.advance(hour)
    const later = await test.as('agent')
    const found = await lookUp(test, later, '13812345678')
    await end(test, later, found, 'not_found')
    const verified = await verifiedCall(test, later)
    await end(test, later, verified.callId, 'not_verified')
    const view = await reviews(test)
    const shown = Object.fromEntries(view.calls.map(({ callId, agent: who, doubts }) => [callId, [who, ...doubts]]))
    expect(shown).toEqual({
      [found]: ['AG-1', 'found_though_not_found'],
      [verified.callId]: ['AG-1', 'verified_though_not'],
    })
    const text = JSON.stringify(view)
    for (const value of ['13812345678', '138 •', chen.name ?? '', 'chen.jing', verified.subjectId]) expect(text).not.toContain(value)
  })

  it('and a field that was shown while no case was touched, and a call that never got an outcome', async () => {
    const { test, subjectId } = await deskWithChen(kind)
    const agent = await test.as('agent')
    const { callId } = await verifiedCall(test, agent)
    const reveal = { callId, subjectId, fieldId: 'name', field: 'name', reason: 'read_back' }
    await test.desk.query(revealField, reveal, agent)
    await test.desk.query(revealField, reveal, agent)
    await end(test, agent, callId, 'question_answered')
    test.clock.advance(60_000)
    const open = await lookUp(test, agent, '13812345678')
    expect((await reviews(test)).calls).toMatchObject([{ callId, doubts: ['reveal_without_request'], reveals: 2 }])
    test.clock.advance(12 * hour + 1)
    expect((await reviews(test)).calls.map((call) => [call.callId, call.doubts])).toEqual([
      [open, ['no_outcome']], [callId, ['reveal_without_request']],
    ])
    test.clock.advance(15 * day)
    expect((await reviews(test)).calls, 'two weeks later nobody remembers').toEqual([])
  })

  it('leave the list with what was found, which is an entry; nobody judges a call of their own', async () => {
    const { test } = await deskWithChen(kind)
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, '13812345678')
    await end(test, agent, callId, 'wrong_number')
    const supervisor = await test.as('supervisor')
    await test.desk.command(reviewCall, { callId, verdict: 'talk' }, supervisor)
    const talked = await reviews(test)
    expect(talked.calls).toEqual([])
    expect(talked.toTalk).toMatchObject([{ callId, review: { verdict: 'talk', by: 'SU-1' } }])
    const again = test.desk.command(reviewCall, { callId, verdict: 'talk' }, supervisor)
    await expect(again).rejects.toMatchObject({ reason: 'reviewed_already' })
    await test.desk.command(reviewCall, { callId, verdict: 'fine' }, supervisor)
    expect((await reviews(test)).toTalk).toEqual([])
    const entries = await entriesSaying(test, 'call.reviewed')
    expect(entries).toHaveLength(2)
    expect(entries[1]).toContain('"before":"talk","outcome":"wrong_number","verdict":"fine"')
    expect(entries[1]).toContain(callId)

    // A second login of the same human.
    const { id } = await test.staffOf('supervisor', 'second login')
    await test.desk.database.prisma.staff.update({ where: { id }, data: { humanRef: 'AG-1' } })
    const own = test.desk.command(reviewCall, { callId, verdict: 'talk' }, await test.as('supervisor', 'second login'))
    await expect(own).rejects.toMatchObject({ code: 'not_allowed', reason: 'own_review' })
    await expect(test.desk.command(reviewCall, { callId, verdict: 'talk' }, agent)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('keep what was found no longer than the call that it is about', async () => {
    const { test } = await deskWithChen(kind)
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, '13812345678')
    await end(test, agent, callId, 'not_found')
    await test.desk.command(reviewCall, { callId, verdict: 'talk' }, await test.as('supervisor'))
    const kept = () => test.desk.database.prisma.callReview.count()
    const expire = () => test.desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
    test.clock.advance(23 * 30 * day)
    expect(await expire()).toMatchObject({ reviews: 0 })
    expect(await kept()).toBe(1)
    test.clock.advance(60 * day)
    await upkeep(test.desk)
    expect(await kept()).toBe(0)
    expect((await entriesSaying(test, 'record.expired')).join()).toContain('"reviews":1')

    // A call that ends before its time takes what was found in it along.
    const later = await lookUp(test, await test.as('agent'), '13812345678')
    await end(test, await test.as('agent'), later, 'not_found')
    await test.desk.command(reviewCall, { callId: later, verdict: 'fine' }, await test.as('supervisor'))
    await test.desk.database.prisma.call.delete({ where: { id: later } })
    expect(await expire()).toMatchObject({ reviews: 1 })
    expect(await kept()).toBe(0)
  })

  it('count for whoever looked, also where a colleague took the call over; neither of the two judges it', async () => {
    const { test, subjectId } = await deskWithChen(kind)
    const [first, second] = [await test.as('agent', '1'), await test.as('agent', '2')]
    const { callId } = await verifiedCall(test, first)
    await lookUp(test, first, 'chen.jing@example.cn', callId)
    await test.desk.query(revealField, { callId, subjectId, fieldId: 'name', field: 'name', reason: 'read_back' }, first)
    await test.desk.command(handOverCall, { callId, to: anybody, line: 'open' }, first)
    await test.desk.command(takeOverCall, { callId }, second)
    await end(test, second, callId, 'not_verified')

    const figures = await withStore(test, (store) => store.reviews.figures(0))
    expect(figures).toMatchObject([{ agent: 'AG-1', calls: 1, lookUps: 2, reveals: 1 }])
    expect((await reviews(test)).calls).toMatchObject([{ callId, agent: 'AG-1', own: false }])
    for (const humanRef of ['AG-1', 'AG-2']) {
      const { id } = await test.staffOf('supervisor', `promoted ${humanRef}`)
      await test.desk.database.prisma.staff.update({ where: { id }, data: { humanRef } })
      expect((await reviews(test, `promoted ${humanRef}`)).calls, humanRef).toMatchObject([{ callId, own: true }])
      const judging = test.desk.command(reviewCall, { callId, verdict: 'fine' }, await test.as('supervisor', `promoted ${humanRef}`))
      await expect(judging, humanRef).rejects.toMatchObject({ code: 'not_allowed', reason: 'own_review' })
    }
    expect(await entriesSaying(test, 'call.reviewed')).toEqual([])
    await test.desk.command(reviewCall, { callId, verdict: 'fine' }, await test.as('supervisor'))
    expect((await reviews(test)).calls).toEqual([])
  })

  it('stand under whoever had a field shown, rather than under whoever only looked the person up', async () => {
    const { test, subjectId } = await deskWithChen(kind)
    const [first, second] = [await test.as('agent', '1'), await test.as('agent', '2')]
    const { callId } = await verifiedCall(test, first)
    await test.desk.command(handOverCall, { callId, to: anybody, line: 'open' }, first)
    await test.desk.command(takeOverCall, { callId }, second)
    await test.desk.query(revealField, { callId, subjectId, fieldId: 'name', field: 'name', reason: 'read_back' }, second)
    await end(test, second, callId, 'not_verified')
    expect((await reviews(test)).calls).toMatchObject([{ callId, agent: 'AG-2' }])
  })

  it('name an agent above the usual with the figure and the median of the others', async () => {
    const { test } = await deskWithChen(kind)
    for (const [name, times] of [['1', 4], ['2', 5], ['3', 12]] as const) {
      for (let n = 0; n < times; n += 1) {
        const agent = await test.as('agent', name)
        await end(test, agent, await lookUp(test, agent, '13812345678'), 'question_answered')
        test.clock.advance(60_000)
      }
    }
    const { above, agents } = await reviews(test)
    expect(agents).toBe(3)
    expect(above).toEqual([{ agent: 'AG-3', measure: 'look_ups_a_day', count: 12, figure: 12, usual: 4.5, others: 2 }])
  })
})

describe.each(['sqlite', 'postgresql'] as const)('what systems sent that they should not have, on %s', (kind) => {
  it('stands there with what sent it, how often and since when, until it is settled with a reason that fits', async () => {
    const story = await openErasureStory(kind)
    const { desk, clock } = story
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    for (const wait of [7 * day, day, day]) await story.work(wait)
    expect(await story.stateOf(caseCode)).toBe('completed')

    const { apiKey: key } = await clientWith(desk, 'subjects.write')
    const sendAgain = () =>
      send(desk, putSubjectOperation, `/subjects/${people.ann.externalId}`, { key, body: { identifiers: { email: people.ann.email } } })
    const firstAt = clock.now()
    expect((await sendAgain()).status).toBe(410)
    clock.advance(hour)
    expect((await sendAgain()).status).toBe(410)

    const supervisor = await story.as('supervisor')
    const [item, ...others] = (await desk.query(listWorkItems, {}, supervisor)).items
    expect(others).toEqual([])
    const [client] = await story.inStore((store) => store.clients.list())
    expect(item).toMatchObject({
      kind: 'erased_sent_again', source: client?.name, count: 2, firstAt, lastAt: clock.now(), ref: story.subjects.ann,
    })
    expect(JSON.stringify(item)).not.toMatch(/ann@|acc-1|5147214711/)

    const id = item?.id ?? ''
    const unfit = desk.command(resolveWorkItem, { id, reason: 'done_otherwise' }, supervisor)
    await expect(unfit).rejects.toMatchObject({ code: 'invalid_input', fields: { reason: 'choose' } })
    await desk.command(resolveWorkItem, { id, reason: 'sender_told' }, supervisor)
    expect((await desk.query(viewReviews, {}, supervisor)).workItems).toEqual([])
    const twice = desk.command(resolveWorkItem, { id, reason: 'sender_mended' }, supervisor)
    await expect(twice).rejects.toMatchObject({ code: 'conflict', reason: 'resolved_already' })
    const [entry] = await entriesSaying(story, 'work.settled')
    expect(entry).toContain('"count":2,"kind":"erased_sent_again","reason":"sender_told"')

    clock.advance(hour)
    await sendAgain()
    const [open] = (await desk.query(listWorkItems, {}, await story.as('supervisor'))).items
    expect(open, 'sent again, it is open again').toMatchObject({ id, count: 3 })
    const kept = await desk.database.prisma.workItem.findUnique({ where: { id } })
    expect(kept).toMatchObject({ resolvedAt: null, resolvedBy: null, resolvedFor: null })
  })

  it('and work of the desk that gave up, which has reasons of its own', async () => {
    const test = await openTestDesk(kind)
    const jobId = crypto.randomUUID()
    await test.desk.command(giveJobUp, { jobId, kind: 'notification.send', fault: 'unreachable' }, { kind: 'system', id: 'worker' })
    const { workItems } = await reviews(test)
    expect(workItems).toMatchObject([{ kind: 'job_gave_up', source: 'notification.send', ref: jobId, count: 1 }])
    expect(workItems[0]?.reasons).toEqual(['done_otherwise', 'nothing_to_do'])
    await test.desk.command(resolveWorkItem, { id: workItems[0]?.id, reason: 'done_otherwise' }, await test.as('supervisor'))
    const left = await withStore(test, (store) => store.workItems.open(10))
    expect(left).toEqual([])
  })
})

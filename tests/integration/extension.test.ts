import { describe, expect, it } from 'vitest'
import { longDay } from '#domain/reader/long-day.ts'
import type { Message } from '#server/notify/message.ts'
import { notifierOver } from '#server/notify/notifier.ts'
import { askAfterErasure } from '#usecases/erased/ask-after-erasure.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { extendRequest } from '#usecases/request/extend-request.ts'
import { openErasedStory, sayReceiptOf } from '#tests/support/erased-story.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

const decision = async (story: ErasureStory, caseCode: string) =>
  (await story.desk.query(viewApprovals, { caseCode }, await story.as('supervisor'))).opened

const extend = async (story: ErasureStory, caseCode: string, reason = 'complexity') =>
  story.desk.command(extendRequest, { ...(await story.onCase(caseCode)), reason }, await story.as('supervisor'))

/** A deletion of somebody whom the law of this place protects. */
async function askedIn(story: ErasureStory, jurisdiction: string) {
  await story.desk.database.prisma.subject.update({ where: { id: story.subjects.ann }, data: { jurisdiction } })
  return story.ask('deletion:credit_scoring', 'ann')
}

describe.each(['sqlite', 'postgresql'] as const)('more time for the answer, on %s', (kind) => {
  it('is taken once, for a reason that the law knows, and every screen counts with the new date', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await askedIn(story, 'DE')
    const before = await decision(story, caseCode)
    expect(before?.locks.extend).toBeNull()
    const until = before?.extensions.find((one) => one.reason === 'complexity')?.until ?? 0
    expect(before?.extensions.map(({ zone }) => zone), 'the day ends where the law holds').toContain('Europe/Berlin')
    expect(until - (before?.due.dueAt ?? 0)).toBeGreaterThan(58 * day)
    await extend(story, caseCode)
    const after = await decision(story, caseCode)
    expect(after).toMatchObject({ due: { dueAt: until }, locks: { extend: { key: 'extended_already' } } })
    expect(after?.decideBy).toBeGreaterThan(before?.decideBy ?? 0)
    expect((await story.desk.query(viewCase, { caseCode }, await story.as('auditor'))).due?.dueAt).toBe(until)
    await expect(extend(story, caseCode)).rejects.toMatchObject({ reason: 'already_extended' })
    expect(await story.logOf(caseCode)).toContain('request.extended')
    await story.work()
    const told = await story.desk.database.prisma.notification.count({ where: { template: 'extended' } })
    expect(told).toBe(1)
  })

  it('of somebody erased is what the law of their place gives, and the day that they are told is that place’s', async () => {
    const story = await openErasedStory(kind, 'US-CA')
    const agent = await story.as('agent', 'later')
    const callId = await story.nobodyFound(agent)
    await sayReceiptOf(story, agent, callId)
    const { caseCode } = await askAfterErasure.run(story.desk, {
      callId, erasureId: story.erased.requestId, entryId: null, kind: 'objection', words: 'Nobody told me.',
      contact: 'mei@example.net', idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
    }, agent)
    const before = await decision(story, caseCode)
    const [more] = before?.extensions ?? []
    expect(before?.extensions).toMatchObject([{ reason: 'person_added_information', zone: 'America/Los_Angeles' }])
    await extend(story, caseCode, 'person_added_information')
    expect((await decision(story, caseCode))?.due.dueAt).toBe(more?.until)

    await story.work()
    const { prisma } = story.desk.database
    const message = await prisma.notification.findFirstOrThrow({ where: { template: 'extended' } })
    await prisma.notification.update({ where: { id: message.id }, data: { state: 'queued', sentAt: null } })
    const texts: string[] = []
    const email = async ({ text }: Message) => void texts.push(text)
    await notifierOver(story.desk.runtime, { sms: null, email }, 'https://desk.example').deliver(message.id)
    expect(texts[0]).toContain(longDay(message.locale, more?.until ?? 0, 'America/Los_Angeles'))
  })

  it('is not taken where the law gives none, once the date is over, or by an agent', async () => {
    const story = await openErasureStory(kind)
    const none = await story.ask('deletion:account', 'cleo')
    expect((await decision(story, none.caseCode))?.locks.extend).toEqual({ key: 'no_extension' })
    await expect(extend(story, none.caseCode)).rejects.toMatchObject({ reason: 'no_extension' })
    const { caseCode } = await askedIn(story, 'DE')
    const input = { ...(await story.onCase(caseCode)), reason: 'complexity' }
    await expect(story.desk.command(extendRequest, input, await story.as('agent'))).rejects.toMatchObject({ code: 'not_allowed' })
    story.clock.advance(32 * day)
    expect((await decision(story, caseCode))?.locks.extend).toEqual({ key: 'past_due' })
    await expect(extend(story, caseCode)).rejects.toMatchObject({ reason: 'past_due' })
  })
})

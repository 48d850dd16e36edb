import { describe, expect, it } from 'vitest'
import { currentState } from '#domain/consent/current-state.ts'
import { optOut } from '#usecases/request/opt-out.ts'
import { addService } from '#usecases/service/add-service.ts'
import type { Principal } from '#usecases/actor.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { callScreen, entriesOf, lookUp } from '../support/caller-story.ts'
import { mei, onFileWithConsent, openErasedStory } from '../support/erased-story.ts'
import { openErasureStory, people, type ErasureStory } from '../support/erasure-story.ts'

const freshKey = () => crypto.randomUUID().replaceAll('-', '')
const nobody = '+8613900000099'

/** A story whose service also sends offers, to which Ann and Bob agreed. */
async function withMarketing<Story extends ErasureStory>(story: Story): Promise<Story> {
  const service = { key: 'shop_club', purposes: ['shop_club', 'marketing'], restsOn: 'shop_club' }
  await story.desk.command(addService, service, { kind: 'operator' })
  for (const subjectId of [story.subjects.ann, story.subjects.bob]) {
    await story.inStore((store) => store.consents.append({
      subjectId, purpose: 'marketing', noticeVersion: null, state: 'ConsentGiven', indication: 'ticked_box', channel: 'app',
      occurredAt: story.clock.now() - 1000, eventId: `offers-${subjectId}`, evidenceRef: null, concerns: null,
    }, story.clock.now(), 'test'))
  }
  return story
}
const open = async (kind: DatabaseKind) => withMarketing(await openErasureStory(kind))

const stop = (story: ErasureStory, agent: Principal, callId: string, query: string, purpose = 'marketing') =>
  story.desk.command(optOut, { callId, query, purpose, idempotencyKey: freshKey() }, agent)

const marketingOf = async (story: ErasureStory, subjectId: string) =>
  currentState('marketing', await story.inStore((store) => store.consents.events(subjectId))).state

const requestsOf = (story: ErasureStory, subjectId: string) =>
  story.inStore((store) => store.requests.ofSubject(subjectId))

describe.each(['sqlite', 'postgresql'] as const)('“no more of this”, without proof, on %s', (kind) => {
  it('is carried out for whoever holds the number, and told to them', async () => {
    const story = await open(kind)
    const agent = await story.as('agent')
    const callId = await lookUp(story, agent, people.ann.phone)
    await stop(story, agent, callId, people.ann.phone)
    expect(await marketingOf(story, story.subjects.ann), 'the call opens nothing itself').toBe('ConsentGiven')
    await story.work()
    expect(await marketingOf(story, story.subjects.ann)).toBe('ConsentWithdrawn')
    expect(await marketingOf(story, story.subjects.bob)).toBe('ConsentGiven')
    const [stored] = await requestsOf(story, story.subjects.ann)
    expect(stored?.request).toMatchObject({ kind: 'consent_withdrawal', state: 'completed', purpose: { key: 'marketing', optOut: true } })
    const told = await story.desk.database.prisma.notification.findMany({ where: { requestId: stored?.request.id ?? '' } })
    expect(told.map((one) => one.template)).toContain('completed')
    const taken = (await entriesOf(story)).filter((one) => one.what === 'request.opt_out_taken')
    expect(taken).toMatchObject([{ callId, outcome: 'ok' }])
    expect(taken[0]?.text).toContain('"matches":"one"')
    expect(taken[0]?.text).not.toContain('5147214711')
    expect(await story.logOf(stored?.request.caseCode ?? '')).toEqual(
      expect.arrayContaining(['request.opened', 'request.submitted', 'consent.withdrawn', 'request.completed']),
    )
    // Said again, it is on record, and no second case comes of it.
    await stop(story, agent, callId, people.ann.phone)
    await story.work()
    expect(await requestsOf(story, story.subjects.ann)).toHaveLength(1)
    expect((await entriesOf(story)).at(-1)?.what).toBe('request.opened_again')
    const other = await story.as('agent', 'other')
    await stop(story, other, await lookUp(story, other, nobody), people.ann.phone)
    await story.work()
    expect(await requestsOf(story, story.subjects.ann)).toHaveLength(1)
    expect((await entriesOf(story)).at(-1)?.what).toBe('request.opt_out_not_needed')
  })

  it('looks alike for who is on file, who never was and who was erased', async () => {
    const story = await withMarketing(await openErasedStory(kind))
    const seen = async (name: string, query: string) => {
      const agent = await story.as('agent', name)
      const callId = await lookUp(story, agent, query)
      const before = await callScreen(story, agent)
      const answer = await stop(story, agent, callId, query)
      const queued = await story.desk.database.prisma.job.findMany({ where: { kind: 'request.opt_out' } })
      await story.work()
      const after = await callScreen(story, agent)
      const { optOuts, optOutScript, outcomes } = after
      expect(after).toEqual(before)
      const jobs = queued.filter((job) => job.payload.includes(callId)).length
      return { answer, optOuts, optOutScript, outcomes, jobs }
    }
    const known = await seen('known', people.ann.phone)
    expect(known.jobs).toBe(1)
    expect(known.optOuts).toMatchObject([
      { purpose: { key: 'marketing' }, lock: null },
      { purpose: { key: 'credit_scoring' }, lock: { key: 'needs_level', params: { level: 2 } } },
      { lock: { key: 'needs_level' } }, { lock: { key: 'needs_level' } },
    ])
    expect(await seen('never', nobody)).toEqual(known)
    expect(await seen('erased', mei.phone)).toEqual(known)
    expect(await marketingOf(story, story.subjects.ann)).toBe('ConsentWithdrawn')
    const taken = (await entriesOf(story)).filter((one) => one.what === 'request.opt_out_taken')
    const matched = taken.map((one) => /"matches":"(\w+)"/.exec(one.text)?.[1])
    expect(matched, 'the log alone tells them apart').toEqual(['one', 'none', 'none'])
  })

  it('holds for all who share the number, and not for who had it before', async () => {
    const story = await open(kind)
    const shared = '+8613812340000'
    const one = await onFileWithConsent(story, { externalId: 'acc-one', phone: shared, email: 'one@example.cn', nationalId: null, name: '一' })
    const two = await onFileWithConsent(story, { externalId: 'acc-two', phone: shared, email: 'two@example.cn', nationalId: null, name: '二' })
    const past = await onFileWithConsent(story, { externalId: 'acc-past', phone: shared, email: 'past@example.cn', nationalId: null, name: '旧' })
    await story.inStore((store) => store.subjects.put(
      { externalId: 'acc-past', identifiers: { phone: '+8613812340001' } }, story.clock.now(), 'test',
    ))
    const agent = await story.as('agent')
    const callId = await lookUp(story, agent, shared)
    const before = await callScreen(story, agent)
    await stop(story, agent, callId, shared)
    await story.work()
    expect(await callScreen(story, agent)).toEqual(before)
    expect([await marketingOf(story, one), await marketingOf(story, two)]).toEqual(['ConsentWithdrawn', 'ConsentWithdrawn'])
    expect(await requestsOf(story, past)).toEqual([])
  })

  it('does not reach what a service rests on, nor takes a case code for whom it is about', async () => {
    const story = await open(kind)
    const agent = await story.as('agent')
    const callId = await lookUp(story, agent, people.ann.phone)
    for (const purpose of ['credit_scoring', 'no_such_purpose']) {
      await expect(stop(story, agent, callId, people.ann.phone, purpose)).rejects.toMatchObject({ fields: { purpose: 'unknown_purpose' } })
    }
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await expect(stop(story, agent, callId, caseCode)).rejects.toMatchObject({ fields: { query: 'no_identifier' } })
    const other = await story.as('agent', 'other')
    await expect(stop(story, other, callId, people.ann.phone)).rejects.toMatchObject({ reason: 'not_your_call' })
    await story.work()
    expect(await marketingOf(story, story.subjects.ann)).toBe('ConsentGiven')
  })
})

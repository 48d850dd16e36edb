import { describe, expect, it } from 'vitest'
import { viewCase } from '#usecases/case/view-case.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { viewIntake } from '#usecases/intake/view-intake.ts'
import { foreseePlan } from '#usecases/plan/foresee-plan.ts'
import { callBack } from '#usecases/request/call-back.ts'
import { noDataFound } from '#usecases/request/no-data-found.ts'
import { submitCalledBack } from '#usecases/request/submit-called-back.ts'
import { mei, openErasedStory } from '#tests/support/erased-story.ts'
import { day, openErasureStory, people } from '#tests/support/erasure-story.ts'
import { confirmedBy } from '#tests/support/seen-numbers.ts'

const letter = (over: object = {}) => ({
  channel: 'letter', receivedOn: '2026-02-20', query: people.ann.email, kind: 'deletion', scope: 'account', contact: '',
  locale: 'en', words: 'Delete everything.', idempotencyKey: crypto.randomUUID().replaceAll('-', ''), ...over,
})

const messages = async (story: Awaited<ReturnType<typeof openErasureStory>>) =>
  story.desk.database.prisma.notification.findMany({ where: { template: 'no_data_found' } })

/** Which messages the log says were queued, to whom and how many. */
async function queuedTo(story: Awaited<ReturnType<typeof openErasureStory>>, caseCode: string) {
  const where = { caseCode, what: 'notification.queued' }
  const entries = await story.desk.database.prisma.auditEntry.findMany({ where })
  return entries
    .map(({ bytes }) => (JSON.parse(new TextDecoder().decode(bytes)) as { data: Record<string, unknown> }).data)
    .map(({ template, to, messages: count }) => [template, to, count])
    .toSorted()
}

describe.each(['sqlite', 'postgresql'] as const)('a letter, on %s', (kind) => {
  it('is a case from the day it reached us, waits for its person, and goes on once they are verified and told', async () => {
    const story = await openErasureStory(kind)
    const agent = await story.as('agent')
    const taken = await story.desk.command(recordIntake, letter(), agent)
    expect(taken.found).toBe('one')
    const stored = await story.inStore((store) => store.requests.byCaseCode(taken.caseCode))
    expect(stored?.request).toMatchObject({
      state: 'awaiting_verification', receivedAt: Date.parse('2026-02-20T15:59:59.999Z'), source: { type: 'intake' },
    })
    const promisedAt = story.clock.now() + day
    expect(stored?.request.pauses).toMatchObject([{ kind: 'parked', reason: 'not_told', promisedAt }])
    const call = await story.callAbout(story.subjects.ann, 2, 'other')
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    await callBack.run(story.desk, { ...(await story.onCase(taken.caseCode)), callId: call.callId, told }, call.agent)
    expect(await story.stateOf(taken.caseCode)).toBe('awaiting_approval')
  })

  it('is not submitted in a call about somebody else', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.desk.command(recordIntake, letter(), await story.as('agent'))
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    const call = await story.callAbout(story.subjects.cleo, 2, 'other')
    const input = { requestId: stored?.request.id, callId: call.callId }
    await expect(story.desk.command(submitCalledBack, input, call.agent)).rejects.toMatchObject({ reason: 'not_in_this_call' })
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
  })

  it('is received on the day that its person’s calendar shows, and today is the day that the house’s does', async () => {
    const story = await openErasureStory(kind)
    const agent = await story.as('agent')
    await story.inStore((store) =>
      store.subjects.put({ externalId: people.ann.externalId, identifiers: {}, jurisdiction: 'US-CA' }, story.clock.now(), 'test'),
    )
    const { caseCode } = await story.desk.command(recordIntake, letter(), agent)
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    // The day ends sixteen hours later in California than in Shanghai, where the desk is.
    expect(stored?.request.receivedAt).toBe(Date.parse('2026-02-21T07:59:59.999Z'))
    // Two in the morning in Shanghai, where the desk is, is still yesterday by UTC.
    story.clock.advance(Date.parse('2026-03-02T18:00:00Z') - story.clock.now())
    expect((await story.desk.query(viewIntake, {}, await story.as('agent'))).today).toBe('2026-03-03')
    // Whoever writes it down goes by the day here, which has not begun where she is.
    const today = await story.desk.command(recordIntake, letter({ receivedOn: '2026-03-03' }), agent)
    const now = (await story.inStore((store) => store.requests.byCaseCode(today.caseCode)))?.request.receivedAt
    expect(now).toBe(story.clock.now())
    const tomorrow = story.desk.command(recordIntake, letter({ receivedOn: '2026-03-04' }), agent)
    await expect(tomorrow).rejects.toMatchObject({ fields: { receivedOn: 'in_future' } })
  })

  it('of today is taken in also where that day has begun in one of the two places alone, here or at its person’s', async () => {
    const story = await openErasureStory(kind)
    const takenIn = async (jurisdiction: string, at: string, receivedOn: string) => {
      story.clock.advance(Date.parse(at) - story.clock.now())
      await story.inStore((store) =>
        store.subjects.put({ externalId: people.ann.externalId, identifiers: {}, jurisdiction }, story.clock.now(), 'test'),
      )
      const { caseCode } = await story.desk.command(recordIntake, letter({ receivedOn }), await story.as('agent'))
      return (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.receivedAt
    }
    expect(await takenIn('US-CA', '2026-03-03T02:00:00Z', '2026-03-03'), 'still the 2nd in Los Angeles').toBe(story.clock.now())
    expect(await takenIn('NZ', '2026-03-03T12:00:00Z', '2026-03-04'), 'already the 4th in Auckland').toBe(story.clock.now())
    await expect(takenIn('NZ', '2026-03-03T12:30:00Z', '2026-03-05')).rejects.toMatchObject({ fields: { receivedOn: 'in_future' } })
  })

  it('that only waited for its person to be verified is submitted without being told anything', async () => {
    const story = await openErasureStory(kind)
    const taken = await story.desk.command(
      recordIntake, letter({ kind: 'deregistration', scope: 'credit_scoring' }), await story.as('agent'),
    )
    expect(await story.stateOf(taken.caseCode)).toBe('awaiting_verification')
    const call = await story.callAbout(story.subjects.ann, 2, 'other')
    const seen = await foreseePlan.run(story.desk, { callId: call.callId, caseCode: taken.caseCode }, call.agent)
    const confirmed = confirmedBy(seen)
    const input = { ...(await story.onCase(taken.caseCode)), callId: call.callId, told: null, confirmed }
    expect(await callBack.run(story.desk, input, call.agent)).toEqual({ submitted: true })
    expect(await story.stateOf(taken.caseCode)).toBe('executing')
  })

  it('sent twice by a double click is one case', async () => {
    const story = await openErasureStory(kind)
    const agent = await story.as('agent')
    const input = letter()
    const one = await story.desk.command(recordIntake, input, agent)
    expect(await story.desk.command(recordIntake, input, agent)).toEqual(one)
    expect(await story.desk.database.prisma.intake.count()).toBe(1)
  })

  it('about nobody on file is answered in the same way whether somebody was erased or never was', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent')
    const receivedOn = new Date(story.clock.now() - 3 * day).toISOString().slice(0, 10)
    const answered = async (query: string) => {
      const input = letter({ query, receivedOn, contact: 'cao.wen@example.org' })
      const { caseCode, version, ...taken } = await story.desk.command(recordIntake, input, agent)
      const { state } = await story.desk.command(noDataFound, { caseCode, version }, agent)
      await story.work()
      const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
      const { prisma } = story.desk.database
      const sent = await prisma.notification.findMany({ where: { requestId: stored?.request.id ?? '' } })
      const entries = await prisma.auditEntry.findMany({ where: { caseCode } })
      return {
        taken: JSON.stringify(taken).replaceAll(caseCode, ''),
        state,
        sent: sent.map((one) => [one.template, one.channel, one.locale, one.subjectId, one.state]).toSorted(),
        log: entries.map(({ bytes }) => {
          const entry = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
          const said = JSON.stringify([entry.what, entry.outcome, entry.actor, entry.subjects, entry.data])
          return said.replaceAll(/"notification":"[-0-9a-f]{36}"/g, '"notification"')
        }).toSorted(),
      }
    }
    const erased = await answered(mei.email)
    expect(erased.state).toBe('rejected')
    expect(erased.sent).toContainEqual(['no_data_found', 'email', 'en', null, 'sent'])
    expect(erased).toEqual(await answered('nobody@example.org'))
  })

  it('about nobody on file is answered at the contact it gave, by who took it in', async () => {
    const story = await openErasureStory(kind)
    // A demo sends to its outbox.
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    const agent = await story.as('agent')
    const input = letter({ query: 'nobody@example.org', contact: 'cao.wen@example.org' })
    const taken = await story.desk.command(recordIntake, input, agent)
    expect(taken).toMatchObject({ found: 'none', hasContact: true })
    expect(await story.desk.command(recordIntake, input, agent), 'a double click says the same').toEqual(taken)
    story.clock.advance(60 * day)
    await story.desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
    expect(await story.desk.database.prisma.sealed.count({ where: { kind: 'contact' } }), 'unanswered for two months').toBe(1)
    const other = await story.as('agent', 'other')
    const onCase = { caseCode: taken.caseCode, version: taken.version }
    await expect(story.desk.command(noDataFound, onCase, other)).rejects.toMatchObject({ reason: 'not_your_case' })
    const same = await story.as('agent')
    expect(await story.desk.command(noDataFound, onCase, same)).toMatchObject({ state: 'rejected' })
    await story.work()
    expect(await messages(story)).toMatchObject([{ channel: 'email', subjectId: null, state: 'sent' }])
    expect(await story.logOf(taken.caseCode)).toEqual(expect.arrayContaining(['intake.recorded', 'request.no_data_found', 'notification.sent']))
    expect(await queuedTo(story, taken.caseCode), 'nothing is on file of them').toEqual([
      ['acknowledged', 'stated_contact', 1], ['no_data_found', 'stated_contact', 1],
    ])
  })

  it('about nobody on file can be closed on its case too, by whoever took it in, and says when nobody can be told', async () => {
    const story = await openErasureStory(kind)
    const agent = await story.as('agent')
    const input = letter({ query: 'nobody@example.org' })
    const taken = await story.desk.command(recordIntake, input, agent)
    expect(taken).toMatchObject({ found: 'none', hasContact: false })
    expect(await story.desk.command(recordIntake, input, agent)).toMatchObject({ found: 'none', hasContact: false })
    const actions = async () => (await story.desk.query(viewCase, { caseCode: taken.caseCode }, agent)).actions
    expect((await actions()).noData).toBeNull()
    await story.desk.command(noDataFound, { caseCode: taken.caseCode, version: taken.version }, agent)
    expect(await actions()).not.toHaveProperty('noData')
    await story.work()
    expect(await messages(story), 'nobody is told').toEqual([])
    const known = await story.desk.command(recordIntake, letter(), agent)
    const ofKnown = await story.desk.query(viewCase, { caseCode: known.caseCode }, agent)
    expect(ofKnown.actions).not.toHaveProperty('noData')
  })

  it('is acknowledged where somebody can be reached: at the contact on file, else at the one that it gave', async () => {
    const story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    const agent = await story.as('agent')
    const known = await story.desk.command(recordIntake, letter(), agent)
    const unknown = await story.desk.command(
      recordIntake, letter({ query: 'nobody@example.org', contact: 'cao.wen@example.org', locale: 'zh-CN' }), agent,
    )
    const unreachable = await story.desk.command(recordIntake, letter({ query: 'nowhere@example.org' }), agent)
    await story.work()
    const told = async ({ caseCode }: { caseCode: string }) => {
      const id = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.id ?? ''
      return story.desk.database.prisma.notification.findMany({ where: { requestId: id, template: 'acknowledged' } })
    }
    expect(await told(known)).toMatchObject([{ subjectId: story.subjects.ann, state: 'sent' }])
    expect(await queuedTo(story, known.caseCode)).toEqual([['acknowledged', 'contact_on_file', 1]])
    expect(await queuedTo(story, unknown.caseCode)).toEqual([['acknowledged', 'stated_contact', 1]])
    expect(await told(unknown)).toMatchObject([{ subjectId: null, channel: 'email', locale: 'zh-CN', state: 'sent' }])
    expect(await told(unreachable)).toEqual([])
    expect(await story.logOf(known.caseCode)).toContain('request.acknowledged')
    expect(await story.logOf(unreachable.caseCode)).not.toContain('request.acknowledged')
  })

  it('can not be closed as nothing found when somebody was found, lies in the future, or names no such contact', async () => {
    const story = await openErasureStory(kind)
    const agent = await story.as('agent')
    const taken = await story.desk.command(recordIntake, letter(), agent)
    const close = story.desk.command(noDataFound, { caseCode: taken.caseCode, version: taken.version }, agent)
    await expect(close).rejects.toMatchObject({ code: 'precondition_failed' })
    const wrong = async (over: object) => story.desk.command(recordIntake, letter(over), agent)
    await expect(wrong({ receivedOn: '2030-01-01' })).rejects.toMatchObject({ fields: { receivedOn: 'in_future' } })
    await expect(wrong({ contact: 'pigeon' })).rejects.toMatchObject({ fields: { contact: 'contact' } })
    await expect(wrong({ kind: 'deregistration' })).rejects.toMatchObject({ fields: { scope: 'no_service' } })
    await expect(wrong({ scope: 'no_such' })).rejects.toMatchObject({ fields: { scope: 'no_service' } })
  })
})

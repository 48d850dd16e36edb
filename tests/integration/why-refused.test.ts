import { describe, expect, it } from 'vitest'
import { decisionIdFrom } from '#domain/ineligibility/decision-id.ts'
import { findRefusal } from '#usecases/gate/find-refusal.ts'
import { askAfterErasure } from '#usecases/erased/ask-after-erasure.ts'
import type { Principal } from '#usecases/actor.ts'
import { entriesOf } from '../support/caller-story.ts'
import { day } from '../support/erasure-story.ts'
import { mei, onFileWithConsent, openErasedStory, sayReceiptOf, showDocument, type ErasedStory } from '../support/erased-story.ts'

/** The gate refused, as its client was told. */
async function refusedBy(story: ErasedStory, entryId: string): Promise<string> {
  const decisionId = decisionIdFrom(crypto.getRandomValues(new Uint8Array(16)))
  const at = story.clock.now()
  await story.inStore((store) =>
    store.gate.addRefusal({ decisionId, entryId, service: 'credit_scoring', clientId: 'enrolment', at }),
  )
  return decisionId
}

const spoken = (decisionId: string) => decisionId.toLowerCase().replace(/(.{5})/g, '$1 ')
const ask = (story: ErasedStory, agent: Principal, callId: string, decisionId: string) =>
  story.desk.query(findRefusal, { callId, decisionId }, agent)

describe.each(['sqlite', 'postgresql'] as const)('“why was I refused?”, on %s', (kind) => {
  it('is answered to whoever was erased, once they are known again', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent')
    const decisionId = await refusedBy(story, story.entryId)
    const callId = await story.nobodyFound(agent)
    const { caseCode } = story.erased
    await expect(ask(story, agent, callId, decisionId)).rejects.toMatchObject({ reason: 'level_too_low' })
    await sayReceiptOf(story, agent, callId)
    expect(await ask(story, agent, callId, spoken(decisionId))).toMatchObject({
      why: 'barred', caseCode, stands: true, entryId: story.entryId, subjectId: null, objectionLock: null,
    })
    const log = (await entriesOf(story)).filter(({ what }) => what === 'decision.looked_up')
    expect(log).toMatchObject([{ callId, outcome: 'ok' }])
    expect(log[0]?.text).toContain('"theirs":true')
    expect(log[0]?.text).not.toContain(decisionId)
  })

  it('is answered about the older of two erasures as about the newer one', async () => {
    const story = await openErasedStory(kind)
    const newer = await onFileWithConsent(story, { ...mei, externalId: 'acc-mei-2' })
    const { caseCode } = await story.askFor('deletion:account', newer)
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    const decisionId = await refusedBy(story, story.entryId)
    const agent = await story.as('agent')
    const callId = await story.nobodyFound(agent)
    await story.codeReadBack(agent, callId, mei.phone)
    await showDocument(story, agent, callId)
    const { erasures } = await story.known(agent)
    expect(erasures.map((one) => one.caseCode)).toEqual([caseCode, story.erased.caseCode])
    expect(await ask(story, agent, callId, decisionId)).toMatchObject({
      why: 'barred', caseCode: story.erased.caseCode, entryId: story.entryId, erasureId: story.erased.requestId, subjectId: null,
    })
  })

  it('is answered to who came back with another account, who can object to it', async () => {
    const story = await openErasedStory(kind)
    const subjectId = await onFileWithConsent(story, { ...mei, externalId: 'acc-mei-2', phone: '+8613812349999', email: 'new@example.cn' })
    const decisionId = await refusedBy(story, story.entryId)
    const { callId, agent } = await story.callAbout(subjectId, 2)
    const why = await ask(story, agent, callId, decisionId)
    expect(why).toMatchObject({ why: 'barred', subjectId, entryId: story.entryId })
    const objection = {
      callId, erasureId: story.erased.requestId, entryId: story.entryId, subjectId, kind: 'objection', words: 'I never asked for it.',
      contact: '', idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
    }
    const { caseCode } = await askAfterErasure.run(story.desk, objection, agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request).toMatchObject({ about: story.erased.requestId, subjects: [{ subjectId, known: 'on_file', level: 2 }] })
    expect(await ask(story, agent, callId, decisionId)).toMatchObject({ objectionLock: { key: 'open_already' } })
  })

  it('is answered alike for somebody else’s refusal and for an id that never was', async () => {
    const story = await openErasedStory(kind)
    const decisionId = await refusedBy(story, story.entryId)
    const { callId, agent } = await story.callAbout(story.subjects.cleo, 2)
    const { cleo } = story.subjects
    const never = decisionIdFrom(new Uint8Array(16))
    expect(await ask(story, agent, callId, decisionId)).toEqual({ why: 'unknown' })
    expect(await ask(story, agent, callId, never)).toEqual({ why: 'unknown' })
    await expect(ask(story, agent, callId, 'twelve')).rejects.toMatchObject({ fields: { decisionId: 'decision_id' } })
    const objection = {
      callId, erasureId: story.erased.requestId, entryId: story.entryId, subjectId: cleo, kind: 'objection', words: 'Somebody else’s.',
      contact: '', idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
    }
    await expect(askAfterErasure.run(story.desk, objection, agent)).rejects.toMatchObject({ code: 'not_found' })
    const other = await story.as('agent', '2')
    await expect(ask(story, other, callId, decisionId)).rejects.toMatchObject({ reason: 'not_your_call' })
    expect((await entriesOf(story)).filter(({ what }) => what === 'query.denied')).toHaveLength(1)
  })

  it('says that a deletion is under way, to whom it is about', async () => {
    const story = await openErasedStory(kind)
    const { caseCode, id } = await story.ask('deletion:account', 'ann')
    const decisionId = await refusedBy(story, id)
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2, 'second')
    expect(await ask(story, agent, callId, decisionId)).toMatchObject({ why: 'deletion_open', caseCode })
  })
})

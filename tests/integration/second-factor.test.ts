import { describe, expect, it } from 'vitest'
import type { DatabaseKind } from '#server/db/client.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { noteProof } from '#usecases/verification/note-proof.ts'
import { hour, passCode, reportLost, wayOf } from '../support/caller-checks.ts'
import { callScreen, entriesOf, lookUp, onFile, withStore } from '../support/caller-story.ts'
import { openErasureStory, people, type ErasureStory } from '../support/erasure-story.ts'

const day = 24 * hour
const { ann } = people

async function verified(kind: DatabaseKind, before: (story: ErasureStory) => Promise<unknown>) {
  const story = await openErasureStory(kind)
  await before(story)
  const agent = await story.as('agent')
  const callId = await lookUp(story, agent, ann.phone)
  expect(await passCode(story, agent, callId, (await wayOf(story, agent, 'code_phone')).wayId)).toBe(2)
  return { story, agent, callId }
}

/** Ann's e-mail changed ten days ago: no doubt any more, but recent. */
async function changedLately(story: ErasureStory) {
  await onFile(story, { externalId: ann.externalId, identifiers: { email: 'ann.new@example.org' } })
  story.clock.advance(10 * day)
}

const isSensitive = (story: ErasureStory) =>
  story.desk.database.prisma.service.updateMany({ where: { key: 'credit_scoring' }, data: { sensitive: true } })

async function deletionOf({ story, agent }: Awaited<ReturnType<typeof verified>>) {
  const { person } = await callScreen(story, agent)
  if (person.found !== 'verified') throw new Error('not verified')
  const deletion = person.choices.find(({ choiceId }) => choiceId === 'deletion:credit_scoring')
  const ways = person.secondFactor.map(({ way, gives, lock }) => [way, gives, lock?.key ?? null])
  return { lock: deletion?.lock ?? null, ways }
}

describe.each(['sqlite', 'postgresql'] as const)('a second factor, on %s', (kind) => {
  it('is not asked for where level 2 is enough', async () => {
    const call = await verified(kind, () => Promise.resolve())
    expect(await deletionOf(call)).toEqual({ lock: null, ways: [] })
  })

  it('is the other contact’s code, where a contact changed within thirty days; the locked choices open', async () => {
    const call = await verified(kind, changedLately)
    expect(await deletionOf(call)).toEqual({
      lock: { key: 'needs_level', params: { level: 3 } },
      ways: [['code_email', 3, null], ['document', 3, null]],
    })
    const { wayId } = await wayOf(call.story, call.agent, 'code_email')
    expect(await passCode(call.story, call.agent, call.callId, wayId)).toBe(3)
    expect(await deletionOf(call)).toEqual({ lock: null, ways: [] })
  })

  it('is an identity document by its reference, where the service is sensitive, and the request then goes through', async () => {
    const call = await verified(kind, isSensitive)
    const { story, agent, callId } = call
    expect((await deletionOf(call)).lock).toMatchObject({ key: 'needs_level', params: { level: 3 } })
    const note = (reference: string) => story.desk.command(noteProof, { callId, proof: 'document', reference }, agent)
    await expect(note('11010519491231002X')).rejects.toMatchObject({ fields: { reference: 'coded_reference' } })
    expect(await note('br-2026-00417')).toEqual({ noted: true, level: 3 })
    expect((await deletionOf(call)).lock).toBeNull()
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const { caseCode } = await submitFromCall.run(story.desk, {
      callId, subjectId: story.subjects.ann, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'd'.repeat(32),
    }, agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    const noted = (await entriesOf(story)).filter(({ what }) => what === 'verification.proof_noted')
    expect(noted.map(({ outcome }) => outcome)).toEqual(['ok'])
    expect(noted[0]?.text).not.toContain('BR-2026')
    const notes = await withStore(story, (store) => store.subjects.notes({ subjectId: story.subjects.ann }))
    expect(notes.map(({ kind: what, text }) => [what, text])).toContainEqual(['proof', 'BR-2026-00417'])
  })

  it('is not a contact that was reported lost, and without it the request waits', async () => {
    const call = await verified(kind, async (story) => {
      await isSensitive(story)
      const agent = await story.as('agent')
      const callId = await lookUp(story, agent, ann.phone)
      await reportLost(story, agent, callId, (await wayOf(story, agent, 'code_email')).wayId)
    })
    const { story, agent, callId } = call
    expect(await deletionOf(call)).toEqual({
      lock: { key: 'needs_level', params: { level: 3 } },
      ways: [['code_email', 2, 'contact_doubtful'], ['document', 3, null]],
    })
    const { wayId } = await wayOf(story, agent, 'code_email')
    await expect(passCode(story, agent, callId, wayId)).rejects.toMatchObject({ reason: 'code_not_possible' })
    const told = { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false }
    const { caseCode } = await submitFromCall.run(story.desk, {
      callId, subjectId: story.subjects.ann, choiceId: 'deletion:credit_scoring', told, words: '', idempotencyKey: 'e'.repeat(32),
    }, agent)
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
  })

  it('is nothing by itself: a document alone and answers, name and birth date among them, never give more than 1', async () => {
    const story = await openErasureStory(kind)
    const agent = await story.as('agent')
    const callId = await lookUp(story, agent, ann.phone)
    for (let n = 0; n < 4; n += 1) {
      expect((await story.desk.command(noteProof, { callId, proof: 'answers' }, agent)).level).toBe(1)
    }
    expect(await story.desk.command(noteProof, { callId, proof: 'document', reference: 'BR-2026-11' }, agent)).toEqual({ noted: true, level: 1 })
    expect((await callScreen(story, agent)).person.found).toBe('locked')
    const forged = { callId, proof: 'one_time_code', level: 3 }
    await expect(story.desk.command(noteProof, forged, agent)).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe.each(['sqlite', 'postgresql'] as const)('a call-back, on %s', (kind) => {
  const called = async (story: ErasureStory, number: string) => {
    const agent = await story.as('agent')
    const callId = await lookUp(story, agent, ann.email)
    return { agent, callId, call: (typed = number) => story.desk.command(noteProof, { callId, proof: 'call_back', number: typed }, agent) }
  }

  it('to the number on file gives level 2; the number is typed, compared and nowhere shown', async () => {
    const story = await openErasureStory(kind)
    const { agent, call } = await called(story, '+1 514 721 4711')
    expect(JSON.stringify(await callScreen(story, agent))).not.toContain('5147214711')
    expect(await call()).toEqual({ noted: true, level: 2 })
    expect((await callScreen(story, agent)).call.assurance.by).toEqual({ key: 'call_back' })
    const [entry] = (await entriesOf(story)).filter(({ what }) => what === 'verification.called_back')
    expect(entry?.outcome).toBe('ok')
    expect(entry?.text).not.toContain('7214711')
  })

  it('to another number, even of somebody else on file, gives nothing, and three tries are all', async () => {
    const story = await openErasureStory(kind)
    const { agent, call } = await called(story, people.bob.phone)
    expect(await call()).toEqual({ noted: false, level: 0 })
    expect(await call('nonsense')).toEqual({ noted: false, level: 0 })
    expect(await call('+15147214799')).toEqual({ noted: false, level: 0 })
    await expect(call(ann.phone)).rejects.toMatchObject({ reason: 'too_many_tries' })
    expect((await callScreen(story, agent)).person.found).toBe('locked')
    const denied = (await entriesOf(story)).filter(({ what, outcome }) => what === 'verification.called_back' && outcome === 'denied')
    expect(denied).toHaveLength(3)
  })

  it('to a number that was reported lost gives nothing', async () => {
    const story = await openErasureStory(kind)
    const { agent, callId, call } = await called(story, ann.phone)
    await reportLost(story, agent, callId)
    expect(await wayOf(story, agent, 'call_back')).toMatchObject({ lock: { key: 'contact_doubtful' } })
    expect(await call()).toMatchObject({ noted: false })
  })
})

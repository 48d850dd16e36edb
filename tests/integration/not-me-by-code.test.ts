import { describe, expect, it } from 'vitest'
import { caseCodeFrom } from '#domain/request/case-code.ts'
import type { Principal } from '#usecases/actor.ts'
import { openCase } from '#usecases/case/open-case.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { disputeByCode } from '#usecases/request/dispute-by-code.ts'
import { resolveDispute } from '#usecases/request/resolve-dispute.ts'
import { noteProof } from '#usecases/verification/note-proof.ts'
import { callScreen, lookUp } from '#tests/support/caller-story.ts'
import { day, openErasureStory, people, type ErasureStory, type Person } from '#tests/support/erasure-story.ts'

const words = 'A notice came about something I never asked for.'
const nobodysCode = caseCodeFrom(Uint8Array.of(9, 8, 7, 6, 5))

/** Somebody calls who holds a case code; the answers that they give are a claim, level 1. */
async function claims(story: ErasureStory, query: string, which = 'second') {
  const agent = await story.as('agent', which)
  const callId = await lookUp(story, agent, query)
  await story.desk.command(noteProof, { callId, proof: 'answers' }, agent)
  return { agent, callId }
}

const say = (story: ErasureStory, agent: Principal, input: { callId: string; caseCode: string; words?: string }) =>
  story.desk.command(disputeByCode, { words, ...input }, agent)

/** A deletion that a supervisor approved, in its time to change one's mind. */
async function approved(story: ErasureStory, person: Person) {
  const { caseCode } = await story.ask('deletion:account', person)
  await story.approve(caseCode)
  return caseCode
}

/** All that an agent sees beside the masked person and who the colleagues are. */
async function shown(story: ErasureStory, agent: Principal) {
  const { call, person, ...view } = await callScreen(story, agent)
  const { callId: _of, colleagues: _others, ...bar } = call
  return { ...view, bar, notMe: person.found === 'locked' ? person.notMe : 'not locked' }
}

const saidOf = async (story: ErasureStory, caseCode: string) =>
  (await story.desk.database.prisma.auditEntry.findMany({ where: { caseCode, what: 'request.disputed' }, orderBy: { at: 'asc' } }))
    .map(({ outcome, callId, bytes }) => ({ outcome, callId, text: Buffer.from(bytes).toString('utf8') }))

describe.each(['sqlite', 'postgresql'] as const)('“that was not me” by a case code, on %s', (kind) => {
  it('stops the case at level 1, tells the supervisor in their words, and shows the agent nothing of it', async () => {
    const story = await openErasureStory(kind)
    const caseCode = await approved(story, 'ann')
    const { agent, callId } = await claims(story, caseCode)
    const before = await callScreen(story, agent)
    expect(before.person).toMatchObject({ found: 'locked', matchedBy: 'case_code', notMe: null })
    expect(await say(story, agent, { callId, caseCode })).toEqual({ takenDown: true })

    const after = await callScreen(story, agent)
    expect(after.person).toEqual(before.person)
    expect(JSON.stringify(after)).not.toContain('deletion')
    await expect(story.desk.query(viewCase, { caseCode }, agent)).rejects.toMatchObject({ reason: 'not_your_case' })
    await story.work(8 * day)
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    const decider = await story.as('supervisor', 'other')
    await story.desk.query(openCase, { caseCode }, decider)
    expect((await story.desk.query(viewCase, { caseCode }, decider)).dispute).toMatchObject({ words })

    const [entry, ...more] = await saidOf(story, caseCode)
    expect(more).toEqual([])
    expect(entry).toMatchObject({ outcome: 'ok', callId })
    expect(entry?.text).not.toContain('notice came')
    expect(await story.desk.database.prisma.notification.count({ where: { template: 'dispute_received' } })).toBeGreaterThan(0)
  })

  it('is locked until there is a claim at least, for whoever is found, with a case or without', async () => {
    const story = await openErasureStory(kind)
    const caseCode = await approved(story, 'ann')
    const agent = await story.as('agent', 'second')
    const callId = await lookUp(story, agent, caseCode)
    const lock = { key: 'needs_level', params: { level: 1 } }
    expect((await callScreen(story, agent)).person).toMatchObject({ notMe: lock })
    await expect(say(story, agent, { callId, caseCode })).rejects.toMatchObject({ reason: 'level_too_low' })
    expect(await saidOf(story, caseCode)).toEqual([])

    await lookUp(story, agent, people.bob.phone, callId)
    expect((await callScreen(story, agent)).person).toMatchObject({ notMe: lock })
    await story.desk.command(noteProof, { callId, proof: 'answers' }, agent)
    expect((await callScreen(story, agent)).person).toMatchObject({ notMe: null })
  })

  it('answers alike where nothing can be stopped any more, and the log says why', async () => {
    const story = await openErasureStory(kind)
    const stoppable = await approved(story, 'bob')
    const over = await approved(story, 'cleo')
    const first = await claims(story, over, 'first')
    await say(story, first.agent, { ...first, caseCode: over })
    const decider = await story.as('supervisor', 'other')
    await story.desk.command(resolveDispute, { ...(await story.onCase(over)), upheld: true, words: 'It was a thief.' }, decider)
    expect(await story.stateOf(over)).toBe('rejected')

    // Two agents, two callers, one answer and one screen: one case stands still, the other was over.
    const one = await claims(story, stoppable, 'one')
    const other = await claims(story, over, 'other')
    const answers = [
      await say(story, one.agent, { ...one, caseCode: stoppable }),
      await say(story, other.agent, { ...other, caseCode: over }),
    ]
    expect(answers[0]).toEqual(answers[1])
    expect(await shown(story, one.agent)).toEqual(await shown(story, other.agent))
    expect((await saidOf(story, over)).at(-1)).toMatchObject({ outcome: 'denied', callId: other.callId })
    expect((await saidOf(story, over)).at(-1)?.text).toContain('"reason":"final"')
    const notes = await story.inStore((store) => store.subjects.notes({ subjectId: story.subjects.cleo }))
    expect(notes.at(-1)).toMatchObject({ kind: 'call', callId: other.callId, requestId: null, text: words })

    // Said once more, and by nobody surer, it changes nothing.
    expect(await say(story, one.agent, { ...one, caseCode: stoppable, words: 'Again.' })).toEqual(answers[0])
    expect((await saidOf(story, stoppable)).at(-1)?.text).toContain('"reason":"already_disputed"')
    await story.desk.command(resolveDispute, { ...(await story.onCase(stoppable)), upheld: false, words: 'It was them.' }, decider)
    expect(await say(story, one.agent, { ...one, caseCode: stoppable })).toEqual(answers[0])
    expect((await saidOf(story, stoppable)).at(-1)?.text).toContain('"reason":"level_too_low"')
    expect((await story.inStore((store) => store.requests.byCaseCode(stoppable)))?.request.pauses).toEqual([])
  })

  it('refuses the code of another person’s case like the code of none, and a misheard one at its field', async () => {
    const story = await openErasureStory(kind)
    const ofAnn = await approved(story, 'ann')
    const { agent, callId } = await claims(story, people.bob.phone)
    const refusals = []
    for (const caseCode of [ofAnn, nobodysCode, 'K7M4 QXEH 8']) {
      refusals.push(await say(story, agent, { callId, caseCode }).catch((fault: unknown) => fault))
    }
    expect(refusals[0]).toMatchObject({ code: 'invalid_input', fields: { caseCode: 'not_their_case' } })
    expect({ ...(refusals[1] as object) }).toEqual({ ...(refusals[0] as object) })
    expect(refusals[2]).toMatchObject({ code: 'invalid_input', fields: { caseCode: 'case_code' } })
    expect((await story.inStore((store) => store.requests.byCaseCode(ofAnn)))?.request.pauses).toEqual([])
  })
})

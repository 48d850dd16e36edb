import { describe, expect, it } from 'vitest'
import { openCase } from '#usecases/case/open-case.ts'
import { keepDraft } from '#usecases/draft/keep-draft.ts'
import { readDraft } from '#usecases/draft/read-draft.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { callDrafts, caseDrafts, draftForms, freeDrafts, houseDrafts } from '#usecases/views/draft-inputs.ts'
import type { Principal } from '#usecases/actor.ts'
import { eraseOwnData } from '#server/erasure/own-data.ts'
import { chen, entriesOf, lookUp, onFile } from '../support/caller-story.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { day, openErasureStory, type ErasureStory } from '../support/erasure-story.ts'

const fields = { words: 'Her neighbour Plimmbock writes for her.', channel: 'letter' }
const kept = { state: 'kept', fields }
const none = { state: 'none' }

const rowsOf = ({ desk }: Pick<TestDesk, 'desk'>) => desk.database.prisma.draft.findMany()
const expire = ({ desk }: Pick<TestDesk, 'desk'>) => desk.command(endExpired, {}, { kind: 'system', id: 'worker' })

/** Keeps and reads the draft of one form as one member of staff. */
const draftOf = ({ desk }: Pick<TestDesk, 'desk'>, form: string, of: string, who: Principal) => ({
  keep: (typed: object = fields) => desk.query(keepDraft, { form, of, fields: typed }, who),
  read: () => desk.query(readDraft, { form, of }, who),
})

/** A case of Ann's that waits for a decision, and the personnel number of nobody who had a part in it. */
async function caseToDecide(kind: 'sqlite' | 'postgresql') {
  const story = await openErasureStory(kind)
  const { caseCode } = await story.ask('deletion:account', 'ann')
  return { story, caseCode }
}

async function wipe({ desk, clock }: Pick<ErasureStory, 'desk' | 'clock'>, subjectId: string) {
  const scope = { subjectIds: [subjectId], held: false, purposes: [], account: true, service: null } as const
  await desk.database.transaction((_, raw) => eraseOwnData(raw, scope, clock.now()))
}

describe.each(['sqlite', 'postgresql'] as const)('what is typed into a form and not sent, on %s', (kind) => {
  it('of a letter whose person nobody knows is sealed by a key of its own, comes back to its typist alone, and ends after a day', async () => {
    const test = await openTestDesk(kind)
    const draft = draftOf(test, 'intake', '', await test.as('agent'))
    const before = (await entriesOf(test)).length
    expect(await draft.read()).toEqual(none)
    expect(await draft.keep()).toEqual({ kept: true })
    expect(await draft.read()).toEqual({ ...kept, savedAt: test.clock.now() })
    expect(await draftOf(test, 'intake', '', await test.as('agent', '2')).read(), 'another agent').toEqual(none)
    const [row] = await rowsOf(test)
    expect(row).toMatchObject({ subjectId: null, of: '' })
    expect(row?.ownKey).not.toBeNull()
    expect(Buffer.from(row?.ciphertext ?? []).toString('latin1')).not.toContain('Plimmbock')

    await draft.keep({ ...fields, words: 'More.' })
    const [later] = await rowsOf(test)
    expect(Buffer.from(later?.ownKey ?? []).equals(Buffer.from(row?.ownKey ?? [])), 'a fresh key each time').toBe(false)
    expect((await entriesOf(test)).length, 'no entry').toBe(before)

    test.clock.advance(day)
    const again = draftOf(test, 'intake', '', await test.as('agent'))
    expect(await again.read(), 'over, whether the worker came by or not').toEqual(none)
    expect(await expire(test)).toMatchObject({ drafts: 1 })
    expect(await rowsOf(test)).toEqual([])
  })

  it('of a notice is about nobody, and stays a week', async () => {
    const test = await openTestDesk(kind)
    const draft = async () => draftOf(test, 'notice', '', await test.as('administrator'))
    await (await draft()).keep()
    expect(await rowsOf(test)).toMatchObject([{ subjectId: null, ownKey: null }])
    test.clock.advance(6 * day)
    expect(await expire(test)).toMatchObject({ drafts: 0 })
    expect(await (await draft()).read()).toMatchObject(kept)
    test.clock.advance(day)
    expect(await (await draft()).read()).toEqual(none)
    expect(await expire(test)).toMatchObject({ drafts: 1 })
    const auditor = draftOf(test, 'notice', '', await test.as('auditor'))
    await expect(auditor.keep()).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('at a case comes back to its supervisor once the case is opened, is not written over before, and ends with the case', async () => {
    const { story, caseCode } = await caseToDecide(kind)
    const supervisor = await story.as('supervisor')
    const closed = { state: 'closed', caseCode, savedAt: story.clock.now() }
    for (const form of ['reject', 'dispute', 'resolve_dispute', 'hold', 'objection_answer']) {
      const draft = draftOf(story, form, caseCode, supervisor)
      await draft.keep()
      expect(await draft.read(), form).toEqual(closed)
      expect(await draft.keep({ words: 'Over it.' }), 'unseen').toEqual({ kept: false })
    }
    const byHand = draftOf(story, 'by_hand', `${caseCode}/shop`, supervisor)
    await byHand.keep()
    await story.desk.query(openCase, { caseCode }, supervisor)
    expect(await draftOf(story, 'dispute', caseCode, supervisor).read()).toMatchObject(kept)
    expect(await byHand.read()).toMatchObject(kept)
    expect(await draftOf(story, 'by_hand', `${caseCode}/club`, supervisor).read(), 'another system').toEqual(none)
    for (const row of await rowsOf(story)) expect(row.subjectId).toBe(story.subjects.ann)

    const other = await story.as('supervisor', 'other')
    await story.desk.query(openCase, { caseCode }, other)
    expect(await draftOf(story, 'dispute', caseCode, other).read(), 'somebody else').toEqual(none)

    const refusal = { code: 'fraud', ground: 'not_the_person', text: 'No.' }
    await story.desk.command(rejectRequest, { ...(await story.onCase(caseCode)), ...refusal }, supervisor)
    expect(await rowsOf(story)).toEqual([])
  })

  it('at a case comes back to its agent as the form does: they open none', async () => {
    const { story, caseCode } = await caseToDecide(kind)
    for (const form of ['answer', 'dispute']) {
      const draft = draftOf(story, form, caseCode, await story.as('agent'))
      await draft.keep()
      expect(await draft.read()).toMatchObject(kept)
    }
  })

  it('about lifting a hold lies under the key of the person whom the hold is on', async () => {
    const { story, caseCode } = await caseToDecide(kind)
    const supervisor = await story.as('supervisor')
    const reviewOn = new Date(story.clock.now() + 60 * day).toISOString().slice(0, 10)
    await story.desk.command(
      placeHold, { caseCode, covers: 'everything', systems: [], basis: 'Lawsuit 2026-114', reviewOn }, supervisor,
    )
    const [hold] = await story.inStore((store) => store.requests.holds(story.subjects.ann))
    const draft = draftOf(story, 'lift_hold', hold?.holdRef ?? '', supervisor)
    await draft.keep()
    expect(await draft.read()).toMatchObject(kept)
    expect(await rowsOf(story)).toMatchObject([{ subjectId: story.subjects.ann }])
    expect(await draftOf(story, 'lift_hold', 'desk-none', supervisor).keep(), 'no such hold').toEqual({ kept: false })
  })

  it('in a call is kept before anybody is found, and is theirs who is found then', async () => {
    const test = await openTestDesk(kind)
    const agent = await test.as('agent')
    const subjectId = await onFile(test, chen)
    const callId = await lookUp(test, agent, '13900000000')
    const draft = draftOf(test, 'not_me', callId, agent)
    expect(await draft.keep()).toEqual({ kept: true })
    expect(await rowsOf(test)).toMatchObject([{ subjectId: null }])
    await test.desk.command(lookUpPerson, { callId, query: '13812345678', telephonyId: null }, agent)
    expect(await draft.read()).toMatchObject(kept)
    await draft.keep()
    expect(await rowsOf(test), 'under their key from now on').toMatchObject([{ subjectId, ownKey: null }])
  })

  it('goes with the person’s data, and can not be opened any more where their key is gone and it were still there', async () => {
    const { story, caseCode } = await caseToDecide(kind)
    const draft = draftOf(story, 'dispute', caseCode, await story.as('agent'))
    await draft.keep()
    const [row] = await rowsOf(story)
    await wipe(story, story.subjects.ann)
    story.desk.subjectKeys.forget(story.subjects.ann)
    expect(await rowsOf(story)).toEqual([])
    if (row === undefined) throw new Error('nothing was kept')
    await story.desk.database.prisma.draft.create({ data: row })
    expect(await draft.read(), 'a copy of the row').toEqual(none)
  })

  it('has a place that names nothing personal: an id, a code, a reference, a name of a system', async () => {
    const test = await openTestDesk(kind)
    const agent = await test.as('agent')
    const wrong = 'Frau Plimmbock'
    for (const form of [...callDrafts, ...caseDrafts, ...freeDrafts]) {
      await expect(draftOf(test, form, wrong, agent).keep(), form).rejects.toMatchObject({ code: 'invalid_input' })
    }
    expect(new Set(draftForms).size, 'each form is of one kind').toBe(draftForms.length)
    for (const form of houseDrafts) {
      await expect(draftOf(test, form, 'a\nb', agent).keep(), form).rejects.toMatchObject({ code: 'invalid_input' })
    }
    const long = { text: 'x'.repeat(120_001) }
    await expect(draftOf(test, 'notice', '', agent).keep(long)).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

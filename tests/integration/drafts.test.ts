import { describe, expect, it } from 'vitest'
import { resumeCall } from '#usecases/call/resume-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { keepDraft } from '#usecases/draft/keep-draft.ts'
import { readDraft } from '#usecases/draft/read-draft.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { eraseOwnData } from '#server/erasure/own-data.ts'
import { chen, creditService, entriesOf, lookUp, onFile, verifiedCall } from '../support/caller-story.ts'
import { openTestDesk } from '../support/desk.ts'

const typed = 'Her neighbour Plimmbock rings for her.'
const kept = { state: 'kept', fields: { note: typed } }
const none = { state: 'none' }
const day = 86_400_000

async function deskWithChen(kind: 'sqlite' | 'postgresql') {
  const test = await openTestDesk(kind)
  await creditService(test)
  const subjectId = await onFile(test, chen)
  return { ...test, subjectId, agent: await test.as('agent') }
}

describe.each(['sqlite', 'postgresql'] as const)('what is being typed about a person, on %s', (kind) => {
  it('comes back to whoever typed it, in that call and to nobody else, and leaves no entry', async () => {
    const test = await deskWithChen(kind)
    const { agent, desk } = test
    const { callId } = await verifiedCall(test, agent)
    const before = (await entriesOf(test)).length
    expect(await desk.query(keepDraft, { form: 'note', of: callId, fields: { note: typed } }, agent)).toEqual({ kept: true })
    expect(await desk.query(readDraft, { form: 'note', of: callId }, agent)).toMatchObject(kept)
    expect(await desk.query(readDraft, { form: 'words', of: callId }, agent), 'another form').toEqual(none)
    expect((await entriesOf(test)).length).toBe(before)

    const other = await test.as('agent', '2')
    await expect(desk.query(readDraft, { form: 'note', of: callId }, other)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(desk.query(keepDraft, { form: 'note', of: callId, fields: {} }, other)).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await desk.query(readDraft, { form: 'note', of: callId }, agent)).toMatchObject(kept)
    await desk.query(keepDraft, { form: 'note', of: callId, fields: {} }, agent)
    expect(await desk.database.prisma.draft.count(), 'sent, or emptied').toBe(0)
  })

  it('ends with the call, and to end it once more is no fault that the log would hold', async () => {
    const test = await deskWithChen(kind)
    const { agent, desk } = test
    const { callId } = await verifiedCall(test, agent)
    await desk.query(keepDraft, { form: 'wrap_up', of: callId, fields: { note: typed } }, agent)
    await desk.command(wrapUpCall, { callId, outcome: 'question_answered', note: '', callBackAt: null }, agent)
    const before = (await entriesOf(test)).length
    expect(await desk.query(keepDraft, { form: 'wrap_up', of: callId, fields: {} }, agent)).toEqual({ kept: false })
    expect(await desk.query(keepDraft, { form: 'wrap_up', of: callId, fields: { note: typed } }, agent)).toEqual({ kept: false })
    expect(await desk.query(readDraft, { form: 'wrap_up', of: callId }, agent)).toEqual(none)
    expect((await entriesOf(test)).length).toBe(before)
    expect(await desk.database.prisma.draft.count()).toBe(0)
  })

  it('lies sealed under the person’s key, and is not shown for the next person on the same line', async () => {
    const test = await deskWithChen(kind)
    const { agent, desk } = test
    const callId = await lookUp(test, agent, '13812345678')
    await desk.query(keepDraft, { form: 'note', of: callId, fields: { note: typed } }, agent)
    const [row] = await desk.database.prisma.draft.findMany()
    expect(row?.subjectId).toBe(test.subjectId)
    expect(Buffer.from(row?.ciphertext ?? []).toString('latin1')).not.toContain('Plimmbock')

    await onFile(test, { ...chen, externalId: 'other', identifiers: { phone: '+8613812345679' } })
    await desk.command(lookUpPerson, { callId, query: '13812345679', telephonyId: null }, agent)
    expect(await desk.query(readDraft, { form: 'note', of: callId }, agent)).toEqual(none)
  })

  it('can be read again when two tabs keep it in the same moment', async () => {
    const test = await deskWithChen(kind)
    const { agent, desk } = test
    const callId = await lookUp(test, agent, '13812345678')
    for (const form of ['note', 'words', 'wrap_up'] as const) {
      const texts = ['From the one tab.', 'From the other tab.', 'And from a third.']
      await Promise.all(texts.map((text) => desk.query(keepDraft, { form, of: callId, fields: { text } }, agent)))
      const draft = await desk.query(readDraft, { form, of: callId }, agent)
      expect(texts.map((text) => ({ text })), 'whichever came last').toContainEqual(draft.state === 'kept' && draft.fields)
    }
  })

  it('outlives a session that ended: the call is taken up again in the next one, and the text is there', async () => {
    const test = await deskWithChen(kind)
    const { agent, desk } = test
    const callId = await lookUp(test, agent, '13812345678')
    await desk.query(keepDraft, { form: 'wrap_up', of: callId, fields: { note: typed } }, agent)
    const { id } = await test.staffOf('agent')
    const sessionId = crypto.randomUUID()
    const at = new Date(test.clock.now())
    await desk.database.prisma.staffSession.updateMany({ where: { staffId: id }, data: { revokedAt: at } })
    await desk.database.prisma.staffSession.create({
      data: { id: sessionId, staffId: id, createdAt: at, lastSeenAt: at, endsAt: new Date(at.getTime() + day) },
    })
    const again = { kind: 'session', sessionId, via: 'post' } as const
    await expect(desk.query(readDraft, { form: 'wrap_up', of: callId }, agent)).rejects.toMatchObject({ code: 'not_allowed' })
    await desk.command(resumeCall, { callId }, again)
    expect(await desk.query(readDraft, { form: 'wrap_up', of: callId }, again)).toMatchObject(kept)
    await desk.query(keepDraft, { form: 'note', of: callId, fields: { note: typed } }, again)
    await desk.command(wrapUpCall, { callId, outcome: 'not_verified', note: typed, callBackAt: null }, again)
    expect(await desk.database.prisma.draft.count(), 'it ends with its call').toBe(0)
  })

  it('ends after a week, and at once with the person’s data', async () => {
    const test = await deskWithChen(kind)
    const { agent, desk } = test
    const callId = await lookUp(test, agent, '13812345678')
    const keep = () => desk.query(keepDraft, { form: 'note', of: callId, fields: { note: typed } }, agent)
    const count = () => desk.database.prisma.draft.count()
    const expire = () => desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
    await keep()
    test.clock.advance(6 * day)
    expect(await expire()).toMatchObject({ drafts: 0 })
    test.clock.advance(day)
    expect(await expire()).toMatchObject({ drafts: 1 })
    expect(await count()).toBe(0)

    await test.as('agent')
    await keep()
    for (const service of [true, false]) {
      if (!service) await keep()
      const scope = { subjectIds: [test.subjectId], held: false, purposes: service ? ['credit_scoring'] : [] }
      await desk.database.transaction((_, raw) =>
        eraseOwnData(
          raw,
          service ? { ...scope, account: false, service: 'credit_scoring' } : { ...scope, account: true, service: null },
          test.clock.now(),
        ),
      )
      expect(await count(), service ? 'a deletion for one service' : 'a deletion of the account').toBe(0)
    }
  })
})

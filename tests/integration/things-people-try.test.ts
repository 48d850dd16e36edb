import { describe, expect, it } from 'vitest'
import { upkeep } from '#server/jobs/upkeep.ts'
import { askGateOperation } from '#server/http/operations/ask-gate.ts'
import { recordConsentsOperation } from '#server/http/operations/consents.ts'
import { putSubjectOperation } from '#server/http/operations/put-subject.ts'
import { cancelRequest } from '#usecases/request/cancel-request.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { revealField } from '#usecases/person/reveal-field.ts'
import { clientWith, send } from '#tests/support/api.ts'
import { verifiedCall } from '#tests/support/caller-story.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'

const stored = async (story: ErasureStory, caseCode: string) => {
  const found = await story.inStore((store) => store.requests.byCaseCode(caseCode))
  if (found === null) throw new Error('no such case')
  return found
}

const versionOf = async (story: ErasureStory, caseCode: string) => (await stored(story, caseCode)).request.version

describe('somebody who had a bad record deleted', () => {
  it('does not come in again with another phone and account but the same national id', async () => {
    const story = await openErasureStory('sqlite')
    const { apiKey: key } = await clientWith(story.desk, 'subjects.write', 'consents.write', 'gate')
    const nationalId = { type: 'national_id', value: '11010519491231002X', country: 'CN' }
    const put = async (id: string, phone: string) =>
      (await send(story.desk, putSubjectOperation, `/subjects/${id}`, {
        key,
        body: {
          identifiers: [{ type: 'phone', value: phone }, nationalId], jurisdiction: 'CN', registered_at: '2020-01-01T00:00:00Z',
        },
      })).status
    const consent = async (id: string) =>
      (await send(story.desk, recordConsentsOperation, '/consents', {
        key,
        body: {
          external_id: id, purpose: 'credit_scoring', notice_version: '3.2', state: 'ConsentGiven', indication: 'ticked_box',
          channel: 'app', occurred_at: new Date(story.clock.now() - 3_600_000).toISOString(), event_id: `joined-${id}`,
        },
      })).body
    const gate = async (...identifiers: object[]) => {
      const body = { service: 'credit_scoring', identifiers }
      return (await send(story.desk, askGateOperation, '/eligibility', { key, body })).body['eligible']
    }
    const otherPhone = { type: 'phone', value: '+8613900000077' }

    expect(await put('old-account', '+8613812345678')).toBe(201)
    expect(await consent('old-account')).toMatchObject({ accepted: 1 })
    const [subjectId = ''] = await story.inStore((store) => store.subjects.findByIdentifier('account_id', 'old-account'))
    expect(await gate(otherPhone, nationalId)).toBe(true)
    const { caseCode } = await story.askFor('deletion:account', subjectId)
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')

    expect(await gate(otherPhone, nationalId)).toBe(false)
    expect(await gate(otherPhone)).toBe(true)
    expect(await put('new-account', otherPhone.value)).toBe(201)
    expect(await consent('new-account')).toMatchObject({ accepted: 0, rejected: [{ index: 0, reason: 'not-eligible' }] })
    expect((await story.inStore((store) => store.workItems.open(10))).map(({ kind }) => kind)).toContain('barred_consent')
  })
})

describe('somebody who was never validly enrolled', () => {
  it('is deleted without a mark, whatever was asked for, and may join later', async () => {
    const story = await openErasureStory('sqlite')
    const { bob } = people
    const { caseCode } = await story.ask('deletion:account', 'bob')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.logOf(caseCode)).not.toContain('registry.marked')
    expect(await story.desk.database.prisma.registryEntry.count()).toBe(0)
    expect(await story.shops[0]?.sql('SELECT * FROM score WHERE customer_id = 2')).toEqual([])
    for (const [type, value] of [['phone', bob.phone], ['email', bob.email]] as const) {
      expect(await story.barred('credit_scoring', type, value)).toBe(false)
    }
  })
})

describe('somebody else’s request', () => {
  it('is neither cancelled nor frozen by a caller who is verified as another person', async () => {
    const story = await openErasureStory('sqlite')
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    const other = await story.as('agent', '2')
    const { callId } = await verifiedCall(story, other, people.bob.phone)
    const onCase = { caseCode, version: await versionOf(story, caseCode), callId }
    const denied = () => story.desk.database.prisma.auditEntry.count({ where: { caseCode, outcome: { not: 'ok' } } })
    const before = await denied()
    await expect(story.desk.command(cancelRequest, onCase, other)).rejects.toMatchObject({ reason: 'level_too_low' })
    await expect(story.desk.command(disputeRequest, { ...onCase, words: 'not me' }, other)).rejects.toMatchObject({
      reason: 'level_too_low',
    })
    expect(await denied()).toBe(before + 2)
    await expect(
      story.desk.command(placeHold, { caseCode, covers: 'everything', basis: 'court', reviewOn: '2027-01-01' }, other),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    expect((await stored(story, caseCode)).request.pauses).toEqual([])
  })
})

describe('the same request', () => {
  it('filed five times is one case: the rows go once, and nobody else is touched', async () => {
    const story = await openErasureStory('sqlite')
    const { caseCode } = await story.ask('deletion:account', 'ann')
    for (let n = 0; n < 4; n += 1) {
      await expect(story.ask('deletion:account', 'ann')).rejects.toMatchObject({ reason: 'open_already', about: { case: caseCode } })
    }
    expect(await story.desk.database.prisma.request.count()).toBe(1)
    expect(await story.desk.database.prisma.auditEntry.count({ where: { caseCode, outcome: 'failed' } })).toBe(4)
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    await story.work(2 * day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.desk.database.prisma.auditEntry.count({ where: { what: 'erasure.own_rows_erased' } })).toBe(1)
    expect(await story.barred('credit_scoring', 'phone', people.ann.phone)).toBe(true)
    expect(await story.barred('credit_scoring', 'phone', people.bob.phone)).toBe(false)
    expect(await story.shops[0]?.sql('SELECT name FROM customer ORDER BY customer_id')).toEqual([
      { name: 'erased' }, { name: people.bob.name }, { name: people.cleo.name },
    ])
  })

  it('filed by somebody who was not verified stands in nobody’s way, and every case ends', async () => {
    const story = await openErasureStory('sqlite')
    const unverified = () => story.askFor('deletion:account', story.subjects.ann, { level: 1 })
    const strangers = [await unverified(), await unverified()]
    const own = await story.ask('deletion:account', 'ann')
    // To a caller below level 2 the person's own case must not show either.
    strangers.push(await unverified())
    for (const { caseCode } of strangers) expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
    expect(await story.stateOf(own.caseCode)).toBe('awaiting_approval')
    await story.approve(own.caseCode)
    await story.work(7 * day)
    await story.work(day)
    await story.work(14 * day)
    expect(await story.stateOf(own.caseCode)).toBe('completed')
    for (const { caseCode } of strangers) expect(await story.stateOf(caseCode)).toBe('rejected')
  })
})

describe.each(['sqlite', 'postgresql'] as const)('a partner on %s', (kind) => {
  it('that answers "done" and did nothing is asked again, and the case needs attention', async () => {
    const story = await openErasureStory(kind)
    const [shop] = story.shops
    // The system takes each DELETE for good and keeps the row.
    await shop?.sql(
      kind === 'sqlite'
        ? 'CREATE TRIGGER lie BEFORE DELETE ON newsletter BEGIN SELECT RAISE(IGNORE); END'
        : `CREATE FUNCTION lie() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
           CREATE TRIGGER lie BEFORE DELETE ON newsletter FOR EACH ROW EXECUTE FUNCTION lie()`,
    )
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    await story.work(7 * day)
    for (let hours = 0; hours < 5 * 24; hours += 6) await story.work(day / 4)
    expect(await shop?.sql('SELECT * FROM newsletter WHERE newsletter_id = 1')).toHaveLength(1)
    expect(await story.stateOf(caseCode)).toBe('needs_attention')
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining(['erasure.step_done', 'erasure.rechecked']))
    expect(await story.logOf(caseCode)).not.toContain('certificate.issued')
    expect(await story.barred('credit_scoring', 'email', people.cleo.email)).toBe(true)
  })
})

describe.each(['sqlite', 'postgresql'] as const)('a log that can not be written, on %s', (kind) => {
  it('lets nothing change and nothing be shown', async () => {
    const story = await openErasureStory(kind)
    const { raw, prisma } = story.desk.database
    const { caseCode } = await story.ask('deletion:account', 'ann')
    const agent = await story.as('agent', '2')
    const { callId, subjectId, person } = await verifiedCall(story, agent, people.bob.phone)
    const fieldId = person.person.fields.find(({ field }) => field === 'phone')?.fieldId
    const reveal = () =>
      story.desk.query(revealField, { callId, subjectId, fieldId, field: 'phone', reason: 'read_back' }, agent)
    const supervisor = await story.as('supervisor')
    const hold = () =>
      story.desk.command(placeHold, { caseCode, covers: 'everything', basis: 'court', reviewOn: '2026-06-01' }, supervisor)

    if (kind === 'sqlite') {
      await raw.run(`CREATE TRIGGER full_log BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'full'); END`)
    } else {
      await raw.run(`CREATE FUNCTION full_log() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''full''; END'`)
      await raw.run('CREATE TRIGGER full_log BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION full_log()')
    }
    const before = await versionOf(story, caseCode)
    await expect(reveal()).rejects.toThrow()
    await expect(hold()).rejects.toThrow()
    expect([await prisma.legalHold.count(), await versionOf(story, caseCode)]).toEqual([0, before])

    await raw.run(kind === 'sqlite' ? 'DROP TRIGGER full_log' : 'DROP TRIGGER full_log ON audit_entry')
    expect(await reveal()).toMatchObject({ value: people.bob.phone })
    await hold()
    expect(await prisma.legalHold.count()).toBe(1)
  })
})

describe('the one contact that is kept for the last notice', () => {
  it('is sealed, and gone seven days after it', async () => {
    const story = await openErasureStory('sqlite')
    const { caseCode, id } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    const contacts = () => story.desk.database.prisma.sealed.count({ where: { requestId: id, kind: 'contact' } })
    const raw = JSON.stringify(await story.desk.database.prisma.sealed.findMany())
    expect(raw).not.toContain(people.ann.phone)
    expect(await contacts()).toBe(1)
    await story.work(6 * day)
    await upkeep(story.desk)
    expect(await contacts()).toBe(1)
    await story.work(2 * day)
    await upkeep(story.desk)
    expect(await contacts()).toBe(0)
  })
})

describe('an access to the same data that is still open', () => {
  it('keeps a deletion waiting for seven days, and no longer', async () => {
    const story = await openErasureStory('sqlite')
    const access = await story.ask('access:account', 'ann')
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(6 * day)
    expect(await story.stateOf(access.caseCode)).toBe('executing')
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    expect(await story.barred('credit_scoring', 'phone', people.ann.phone)).toBe(false)
    expect(await story.shops[0]?.sql('SELECT * FROM score WHERE customer_id = 1')).toHaveLength(2)

    await story.work(2 * day)
    expect(await story.stateOf(caseCode)).toBe('completed_pending')
    expect(await story.shops[0]?.sql('SELECT * FROM score WHERE customer_id = 1')).toEqual([])
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })
})

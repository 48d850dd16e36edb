import { describe, expect, it } from 'vitest'
import type { Container } from '#server/container.ts'
import { storeOver } from '#server/db/store.ts'
import { consentRecordOperation, readConsentsOperation, recordConsentsOperation } from '#server/http/operations/consents.ts'
import { putHoldOperation } from '#server/http/operations/put-hold.ts'
import { putSubjectOperation } from '#server/http/operations/put-subject.ts'
import { addService } from '#usecases/service/add-service.ts'
import { clientWith, send, type Answered } from '#tests/support/api.ts'
import { openTestDesk, storyStart, type TestDesk } from '#tests/support/desk.ts'

const storeOf = (desk: Container) =>
  storeOver({
    kind: desk.database.kind, tx: desk.database.prisma, raw: desk.database.raw,
    vault: desk.vault, subjectKeys: desk.subjectKeys,
  })

const wei = {
  identifiers: [
    { type: 'phone', value: '138 1234 5678' },
    { type: 'email', value: 'Wei.Zhang@Example.com' },
    { type: 'national_id', value: '11010519491231002X' },
  ],
  name: '张伟',
  locale: 'zh-CN',
  jurisdiction: 'CN',
  born_on: '1949-12-31',
  registered_at: '2016-03-01T00:00:00Z',
}

async function opened(kind: 'sqlite' | 'postgresql' = 'sqlite') {
  const test = await openTestDesk(kind)
  const { desk } = test
  await desk.command(addService, { key: 'credit_scoring', purposes: ['credit_scoring', 'marketing'], restsOn: 'credit_scoring', sensitive: false }, { kind: 'operator' })
  const { apiKey: key, clientId } = await clientWith(desk, 'subjects.write', 'consents.write', 'consents.read', 'holds.write')
  for (const [version, control] of [['3.1', 'preticked_box'], ['3.2', 'unticked_box']] as const) {
    await storeOf(desk).consents.addNotice(
      {
        purpose: 'credit_scoring', version, locale: 'zh-CN', title: '', text: `notice ${version}`, control, prominence: 'normal',
        bundledWith: null, validFrom: storyStart - 30 * 86_400_000, validTo: null,
      },
      storyStart,
    )
  }
  const put = (id: string, body: unknown) => send(desk, putSubjectOperation, `/subjects/${encodeURIComponent(id)}`, { key, body })
  const record = (body: unknown, headers = {}) => send(desk, recordConsentsOperation, '/consents', { key, body, headers })
  return { ...test, key, clientId, put, record }
}

const given = (id: string, more: object = {}) => ({
  external_id: id, purpose: 'credit_scoring', notice_version: '3.2', state: 'ConsentGiven', indication: 'ticked_box',
  channel: 'app', occurred_at: '2018-01-03T08:12:00Z', event_id: `e-${id}`, ...more,
})

const subjectOf = async (desk: Container, id: string) => (await storeOf(desk).subjects.findByIdentifier('account_id', id))[0] ?? ''

const codesOf = (answer: Answered) =>
  Object.fromEntries((answer.body['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code]))

const rowsOf = async ({ desk }: Pick<TestDesk, 'desk'>) => ({
  subjects: await desk.database.prisma.subject.count(),
  identifiers: await desk.database.prisma.identifier.count(),
})

for (const kind of ['sqlite', 'postgresql'] as const) {
  describe(`people and consents over the API on ${kind}`, () => {
    it('creates a person, finds the same one again, and replaces what is current', async () => {
      const { desk, put } = await opened(kind)
      const id = 'acc/7 ü%1'
      expect((await put(id, wei)).status).toBe(201)
      const store = storeOf(desk)
      const subjectId = await subjectOf(desk, id)
      expect(await store.subjects.findByIdentifier('phone', '+8613812345678')).toEqual([subjectId])
      expect(await store.subjects.field(subjectId, 'name')).toBe('张伟')
      const again = await put(id, wei)
      expect([again.status, again.body]).toEqual([200, { outcome: 'unchanged' }])
      const changed = await put(id, { ...wei, identifiers: { phone: '+44 20 7946 0958' } })
      expect(changed.body).toEqual({ outcome: 'changed' })
      expect(await store.subjects.findByIdentifier('phone', '+8613812345678')).toEqual([])
      expect(await store.subjects.findByIdentifier('phone', '+8613812345678', { past: true })).toEqual([subjectId])
      expect(await store.subjects.findByIdentifier('email', 'wei.zhang@example.com')).toEqual([])
    })

    it('records an event once, counts it again as a duplicate, and reads where the purpose stands', async () => {
      const { desk, key, put, record } = await opened(kind)
      await put('A1', wei)
      const events = [given('A1'), given('A1', { event_id: null, purpose: 'marketing', notice_version: null }), given('A1')]
      expect((await record(events)).body).toEqual({ accepted: 2, duplicate: 1, rejected: [] })
      expect((await record(events)).body).toEqual({ accepted: 0, duplicate: 3, rejected: [] })
      const read = await send(desk, readConsentsOperation, '/subjects/A1/consents', { key })
      expect(read.body['purposes']).toMatchObject([
        { purpose: 'credit_scoring', state: 'ConsentGiven', valid: true, defects: [] },
        { purpose: 'marketing', state: 'ConsentGiven', valid: false, defects: [{ code: 'no_notice' }] },
      ])
      expect(await desk.database.prisma.auditEntry.count({ where: { what: 'consent.read' } })).toBe(1)
    })

    it('shows the defects of a box that was ticked by default, in the record too', async () => {
      const { desk, key, put, record } = await opened(kind)
      await put('A1', wei)
      await record(given('A1', { notice_version: '3.1', indication: 'left_preticked' }))
      const read = await send(desk, readConsentsOperation, '/subjects/A1/consents', { key })
      expect(read.body['purposes']).toMatchObject([{ valid: false, defects: [{ code: 'preticked' }] }])
      const handed = await send(desk, consentRecordOperation, '/subjects/A1/consents/record', { key })
      expect(handed.type).toBe('application/ld+json')
      expect(handed.body).toMatchObject({
        '@type': 'dpv:ConsentRecord',
        'dct:hasPart': [{ 'dpv:hasConsentStatus': { '@id': 'dpv:ConsentGiven' }, 'dpv:hasNotice': [{ 'rd:control': 'preticked_box' }] }],
      })
      expect(JSON.stringify(handed.body)).not.toMatch(/13812345678|张伟|wei\.zhang/i)
    })

    it('says of each event that it can not use which and why, and records the others', async () => {
      const { put, record } = await opened(kind)
      await put('A1', wei)
      const sent = [
        given('A1', { occurred_at: '2018-02-01T00:00:00Z', event_id: 'f' }),
        given('A1', { purpose: 'tracking', event_id: 'g' }),
        given('nobody', { event_id: 'h' }),
        given('A1', { state: 'RenewedConsentGiven', event_id: 'i' }),
        given('A1', { notice_version: '9', event_id: 'j' }),
        given('A1', { state: 'Yes', event_id: 'k' }),
        given('A1', { occurred_at: 'yesterday', event_id: 'l' }),
        given('A1', { event_id: 'm' }),
        given('A1', { event_id: 'm', state: 'ConsentRefused' }),
      ]
      const { body } = await record(sent)
      expect(body).toEqual({
        accepted: 1,
        duplicate: 0,
        rejected: [
          'occurred-in-future', 'unknown-purpose', 'unknown-person', 'state-can-not-follow', 'unknown-notice', 'unknown-state', 'not-a-time',
        ].map((reason, index) => ({ index, reason })).concat([{ index: 8, reason: 'event-id-reused' }]),
      })
    })

    it('opens the deregistration when a withdrawal of what a service rests on arrives', async () => {
      const { desk, put, record } = await opened(kind)
      await put('A1', wei)
      await record([given('A1'), given('A1', { event_id: 'w', state: 'ConsentWithdrawn', occurred_at: '2018-01-04T00:00:00Z' })])
      await record(given('A1', { event_id: 'w', state: 'ConsentWithdrawn', occurred_at: '2018-01-04T00:00:00Z' }))
      expect(await desk.database.prisma.job.count({ where: { kind: 'consent.withdrawal_arrived' } })).toBe(1)
    })

    it('refuses who was erased and who is barred, and gives both to a supervisor', async () => {
      const { desk, clock, clientId, put, record } = await opened(kind)
      await put('A1', wei)
      const store = storeOf(desk)
      const erased = { ...desk.vault.registryTag('account_id', 'gone'), subjectId: crypto.randomUUID(), requestId: crypto.randomUUID() }
      await store.registry.rememberErased(erased, clock.now())
      const gone = await put('gone', wei)
      expect([gone.status, gone.body['type']]).toEqual([410, '/problems/subject-erased'])
      await store.registry.mark(
        {
          service: 'credit_scoring', legalBasis: 'permanent_ineligibility', ownerRole: 'supervisor', reviewOn: clock.now() + 1e9, endsAt: null,
          requestId: crypto.randomUUID(), noticeVersions: [],
          tags: [{ type: 'national_id', ...desk.vault.registryTag('national_id', 'CN:11010519491231002X'), barsAlone: true }],
        },
        clock.now(),
      )
      const { body } = await record([
        given('gone', { event_id: 'x' }),
        given('A1'),
        given('A1', { event_id: 'y', purpose: 'marketing', notice_version: null }),
        given('A1', { event_id: 'z', state: 'ConsentRefused' }),
      ])
      expect(body).toEqual({
        accepted: 2,
        duplicate: 0,
        rejected: [{ index: 0, reason: 'subject-erased' }, { index: 1, reason: 'not-eligible' }],
      })
      const items = await store.workItems.open(10)
      expect(items.map(({ kind: what, ref, source, count }) => ({ what, ref, source, count }))).toEqual(
        expect.arrayContaining([
          { what: 'erased_sent_again', ref: erased.subjectId, source: clientId, count: 2 },
          { what: 'barred_consent', ref: await subjectOf(desk, 'A1'), source: clientId, count: 1 },
        ]),
      )
    })

    it('takes holds in, keeps a lifted one lifted, and lets no hold wander to another person', async () => {
      const { desk, key, put } = await opened(kind)
      await put('A1', wei)
      await put('A2', { identifiers: { phone: '+8613900000002' } })
      const hold = (body: object) => send(desk, putHoldOperation, '/holds/H-1', { key, body })
      const first = { external_id: 'A1', covers: 'service:credit_scoring', basis: 'court_order', owner: 'Legal', review_on: '2018-06-01' }
      expect((await hold(first)).status).toBe(201)
      expect((await hold(first)).body).toEqual({ outcome: 'unchanged' })
      expect((await hold({ ...first, external_id: 'A2' })).status).toBe(409)
      expect((await hold({ ...first, lifted: true })).body).toEqual({ outcome: 'changed' })
      expect((await hold({ ...first, lifted: true })).body).toEqual({ outcome: 'unchanged' })
      expect((await hold(first)).status).toBe(409)
      expect(codesOf(await hold({ ...first, covers: 'service:nothing' }))).toEqual({ '/covers': 'unknown_service' })
      expect(codesOf(await hold({ ...first, external_id: 'nobody' }))).toEqual({ '/external_id': 'unknown_person' })
      expect(await desk.database.prisma.job.count({ where: { kind: 'hold.changed' } })).toBeGreaterThan(0)
    })
  })
}

describe('what the API is sent wrongly', () => {
  it('names each field that can not be used, repeats none, and writes nothing', async () => {
    const test = await opened()
    const answer = await test.put('A1', {
      ...wei,
      identifiers: [{ type: 'phone', value: '1381234567' }, { type: 'national_id', value: '110105194912310021' }],
      jurisdiction: 'CN',
      locale: 'not a language!',
      born_on: '2018-02-30',
    })
    expect([answer.status, answer.type]).toEqual([400, 'application/problem+json'])
    expect(codesOf(answer)).toMatchObject({ '/born_on': 'not_a_date' })
    const second = await test.put('A1', { ...wei, identifiers: [{ type: 'phone', value: '1381234567' }, { type: 'national_id', value: '110105194912310021' }], locale: 'not a language!' })
    expect(codesOf(second)).toEqual({ '/identifiers/0/value': 'digits_missing', '/identifiers/1/value': 'check_digit_wrong', '/locale': 'locale_unknown' })
    expect(JSON.stringify(second.body)).not.toContain('1381234567')
    expect(codesOf(await test.put('A1', { identifiers: [] }))).toEqual({ '/identifiers': 'no_good_identifier' })
    expect(codesOf(await test.put('A1', { ...wei, born_on: '2018-03-01' }))).toEqual({ '/born_on': 'in_future' })
    expect(codesOf(await test.put('A1', { ...wei, shoe_size: 42 }))).toHaveProperty('', 'unrecognized_keys')
    expect(await rowsOf(test)).toEqual({ subjects: 0, identifiers: 0 })
  })

  it('takes names of any kind as they are', async () => {
    const { desk, put } = await opened()
    for (const [id, name] of [['a', 'O’Brien'], ['b', '王'.repeat(400)], ['c', '=1+1'], ['d', '🦊']] as const) {
      expect((await put(id, { ...wei, name })).status).toBe(201)
      expect(await storeOf(desk).subjects.field(await subjectOf(desk, id), 'name')).toBe(name)
    }
  })

  it('refuses bodies that are too large, not JSON, or not sent as JSON', async () => {
    const { desk, key } = await opened()
    const sent = (body: string, headers = {}) => send(desk, putSubjectOperation, '/subjects/A1', { key, body, headers })
    expect((await sent('{')).body['type']).toBe('/problems/not-json')
    expect((await sent('"\\ud800"'.repeat(2))).status).toBe(400)
    expect((await sent('{}', { 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await sent(`{"name":"${'x'.repeat(70_000)}"}`)).status).toBe(413)
    expect((await sent('[]')).status).toBe(400)
    expect((await send(desk, putSubjectOperation, '/subjects/%E0%A4%A', { key, body: wei })).body['type']).toBe('/problems/bad-path')
  })

  it('answers the same request under one Idempotency-Key the same, and another one with 409', async () => {
    const { desk, clock, key, put, record } = await opened()
    await put('A1', wei)
    const headers = { 'Idempotency-Key': 'k-1' }
    const event = given('A1', { event_id: null })
    const first = await record(event, headers)
    expect(first.body).toEqual({ accepted: 1, duplicate: 0, rejected: [] })
    expect((await record(event, headers)).body).toEqual(first.body)
    const other = await record(given('A1', { channel: 'web' }), headers)
    expect([other.status, other.body['type']]).toEqual([409, '/problems/idempotency-key-reused'])
    const stranger = await clientWith(desk, 'consents.write')
    const own = await send(desk, recordConsentsOperation, '/consents', { key: stranger.apiKey, body: event, headers })
    expect(own.body).toEqual({ accepted: 0, duplicate: 1, rejected: [] })
    await desk.database.prisma.idempotencyKey.updateMany({ data: { responseStatus: null } })
    const flying = await record(event, headers)
    expect([flying.status, flying.body['type']]).toEqual([409, '/problems/idempotency-key-in-flight'])
    clock.advance(25 * 3_600_000)
    expect((await record(event, headers)).body).toEqual({ accepted: 0, duplicate: 1, rejected: [] })
    expect(key).not.toBe(stranger.apiKey)
  })

  it('is the same account once, also when two systems send it at one moment', async () => {
    const test = await opened()
    const answers = await Promise.all(Array.from({ length: 6 }, () => test.put('A1', wei)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201])
    expect((await rowsOf(test)).subjects).toBe(1)
  })
})

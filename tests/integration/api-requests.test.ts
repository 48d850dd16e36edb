import { describe, expect, it } from 'vitest'
import type { Container } from '#server/container.ts'
import { storeOver } from '#server/db/store.ts'
import { askGateOperation } from '#server/http/operations/ask-gate.ts'
import { metricsOperation } from '#server/http/operations/metrics.ts'
import { recordConsentsOperation } from '#server/http/operations/consents.ts'
import { putSubjectOperation } from '#server/http/operations/put-subject.ts'
import { cancelRequestOperation, readRequestOperation, receiveRequestOperation } from '#server/http/operations/requests.ts'
import { apiRoute } from '#server/http/api-route.ts'
import { readiness } from '#server/http/readiness.ts'
import { addService } from '#usecases/service/add-service.ts'
import { clientWith, send } from '#tests/support/api.ts'
import { openTestDesk, storyStart } from '#tests/support/desk.ts'

const storeOf = (desk: Container) =>
  storeOver({
    kind: desk.database.kind, tx: desk.database.prisma, raw: desk.database.raw,
    vault: desk.vault, subjectKeys: desk.subjectKeys,
  })

const phone = { type: 'phone', value: '+8613812345678' }

async function opened(kind: 'sqlite' | 'postgresql' = 'sqlite') {
  const test = await openTestDesk(kind)
  const { desk } = test
  await desk.command(addService, { key: 'credit_scoring', purposes: ['credit_scoring', 'marketing'], restsOn: 'credit_scoring', sensitive: false }, { kind: 'operator' })
  const { apiKey: key } = await clientWith(desk, 'subjects.write', 'consents.write', 'requests.write', 'requests.read', 'gate', 'metrics')
  await storeOf(desk).consents.addNotice(
    {
      purpose: 'credit_scoring', version: '3.2', locale: 'zh-CN', title: '', text: 'notice', control: 'unticked_box', prominence: 'normal',
      bundledWith: null, validFrom: storyStart - 30 * 86_400_000, validTo: null,
    },
    storyStart,
  )
  const person = (id: string, body: object) => send(desk, putSubjectOperation, `/subjects/${id}`, { key, body: { jurisdiction: 'CN', registered_at: '2016-01-01T00:00:00Z', ...body } })
  expect((await person('A1', { identifiers: [phone], name: '张伟' })).status).toBe(201)
  const consent = {
    external_id: 'A1', purpose: 'credit_scoring', notice_version: '3.2', state: 'ConsentGiven', indication: 'ticked_box', channel: 'app',
    occurred_at: '2018-01-03T08:12:00Z', event_id: 'e1',
  }
  expect((await send(desk, recordConsentsOperation, '/consents', { key, body: consent })).body['accepted']).toBe(1)
  const receive = (body: object, headers: Record<string, string> = {}) =>
    send(desk, receiveRequestOperation, '/requests', { key, headers, body: { channel: 'app', received_at: '2018-01-08T01:00:00Z', external_ids: ['A1'], ...body } })
  const read = (code: unknown) => send(desk, readRequestOperation, `/requests/${String(code)}`, { key })
  const cancel = (code: unknown, assurance: number) => send(desk, cancelRequestOperation, `/requests/${String(code)}/cancel`, { key, body: { assurance } })
  const gate = async (identifiers: object[]) => (await send(desk, askGateOperation, '/eligibility', { key, body: { service: 'credit_scoring', identifiers } })).body['eligible']
  return { ...test, key, person, consent, receive, read, cancel, gate }
}

const deletion = {
  kind: 'deletion', service: 'credit_scoring', assurance: 2, note: 'please',
  told: { result: 'understood', script_version: 'd1', locale: 'zh-CN', at: '2018-01-08T01:00:00Z' },
}

for (const kind of ['sqlite', 'postgresql'] as const) {
  describe(`requests from the operator’s app on ${kind}`, () => {
    it('takes a deletion to a supervisor, says where it stands, and takes it back', async () => {
      const { desk, receive, read, cancel } = await opened(kind)
      const made = await receive(deletion)
      expect([made.status, made.body]).toEqual([201, { case_code: expect.any(String), state: 'awaiting_approval', due_at: expect.any(String) }])
      const code = made.body['case_code']
      const seen = await read(String(code).toLowerCase())
      expect(seen.body).toMatchObject({ case_code: code, kind: 'deletion', state: 'awaiting_approval', received_at: '2018-01-08T01:00:00.000Z' })
      expect((seen.body['history'] as { what: string }[]).map(({ what }) => what).toSorted()).toEqual(['request.opened', 'request.submitted'])
      expect(JSON.stringify(seen.body)).not.toMatch(/13812345678|张伟|please|"A1"/)
      expect((await cancel(code, 1)).status).toBe(409)
      const ended = await cancel(code, 2)
      expect([ended.status, ended.body['state']]).toEqual([200, 'cancelled'])
      const stored = await storeOf(desk).requests.byCaseCode(String(code))
      expect(await storeOf(desk).subjects.notes({ requestId: stored?.request.id ?? '' })).toMatchObject([{ text: 'please' }])
    })

    it('is one request for one Idempotency-Key', async () => {
      const { desk, receive } = await opened(kind)
      const headers = { 'Idempotency-Key': 'req-1' }
      const first = await receive(deletion, headers)
      expect((await receive(deletion, headers)).body).toEqual(first.body)
      // The answer was lost before it could be kept: the request is still the same one.
      await desk.database.prisma.idempotencyKey.deleteMany()
      expect((await receive(deletion, headers)).body).toEqual(first.body)
      expect(await desk.database.prisma.request.count()).toBe(1)
      expect((await receive({ ...deletion, note: 'other' }, headers)).body['type']).toBe('/problems/idempotency-key-reused')
    })

    it('filed again under other keys, also at once, joins the case that is under way', async () => {
      const { desk, receive } = await opened(kind)
      const filings = await Promise.all([1, 2, 3].map((n) => receive(deletion, { 'Idempotency-Key': `tap-${n}` })))
      const later = await receive({ ...deletion, note: 'once more' })
      const codes = new Set([...filings, later].map(({ body }) => body['case_code']))
      expect([...filings, later].map(({ status }) => status)).toEqual([201, 201, 201, 201])
      expect(codes.size).toBe(1)
      const [request] = await desk.database.prisma.request.findMany()
      expect(await desk.database.prisma.request.count()).toBe(1)
      const notes = await storeOf(desk).subjects.notes({ requestId: request?.id ?? '' })
      expect(notes.map(({ text }) => text).toSorted()).toEqual(['once more', 'please', 'please', 'please'])
    })

    it('is a case of its own where it says something new, or nobody vouches for the person', async () => {
      const { receive } = await opened(kind)
      const first = await receive(deletion)
      const others = [
        { ...deletion, told: { ...deletion.told, result: 'objects' } },
        { ...deletion, received_at: '2018-01-07T01:00:00Z' },
        { ...deletion, assurance: 1 },
        { ...deletion, service: undefined, scope: 'account' },
      ]
      for (const other of others) {
        const { body } = await receive(other)
        expect(body['case_code'], JSON.stringify(other)).toEqual(expect.any(String))
        expect(body['case_code']).not.toBe(first.body['case_code'])
      }
    })

    it('closes the gate while a verified deletion is unfinished, and opens it when the person takes it back', async () => {
      const { person, consent, desk, key, receive, cancel, gate } = await opened(kind)
      await person('A2', { identifiers: [{ type: 'phone', value: '+8613900000002' }, { type: 'email', value: 'shared@example.com' }] })
      expect(await gate([phone])).toBe(true)
      const unverified = await receive({ ...deletion, assurance: 0 })
      expect(unverified.body['state']).toBe('awaiting_verification')
      expect(await gate([phone])).toBe(true)
      const { body } = await receive(deletion)
      expect(await gate([phone])).toBe(false)
      expect(await gate([{ type: 'phone', value: '+8613900000002' }])).toBe(true)
      const again = await send(desk, recordConsentsOperation, '/consents', { key, body: { ...consent, event_id: 'e2', occurred_at: '2018-01-08T01:30:00Z' } })
      expect(again.body['rejected']).toEqual([{ index: 0, reason: 'not-eligible' }])
      await cancel(body['case_code'], 2)
      expect(await gate([phone])).toBe(true)
    })

    it('does not close the gate for somebody who shares a phone with the person', async () => {
      const { person, receive, gate } = await opened(kind)
      await person('A2', { identifiers: [phone] })
      await receive(deletion)
      expect(await gate([phone])).toBe(true)
      expect(await gate([phone, { type: 'account_id', value: 'A2' }])).toBe(true)
      expect(await gate([phone, { type: 'account_id', value: 'A1' }])).toBe(false)
    })
  })
}

describe('what the app sends', () => {
  it('asks for more than level 2 to delete within thirty days of registering, as of any change of a contact', async () => {
    const { person, receive } = await opened()
    const registered = { A2: '2018-01-01T00:00:00Z', A3: '2017-12-01T00:00:00Z', A4: undefined }
    const states: Record<string, unknown> = {}
    for (const [id, registered_at] of Object.entries(registered)) {
      const identifiers = [{ type: 'email', value: `${id.toLowerCase()}@example.org` }]
      await person(id, { identifiers, registered_at })
      states[id] = (await receive({ ...deletion, external_ids: [id] })).body['state']
    }
    expect(states).toEqual({ A2: 'awaiting_verification', A3: 'awaiting_approval', A4: 'awaiting_approval' })
  })

  it('never counts for more than its client may vouch for', async () => {
    const { desk, receive } = await opened()
    await desk.database.prisma.apiClient.updateMany({ data: { maxAssurance: 1 } })
    expect((await receive(deletion)).body['state']).toBe('awaiting_verification')
    const optOut = await receive({ kind: 'consent_withdrawal', service: 'credit_scoring', purpose: 'marketing', assurance: 0 })
    expect(optOut.status).toBe(201)
    expect(optOut.body['state']).not.toBe('awaiting_verification')
  })

  it('parks a deletion whose consequence was not told, and shows one under pressure as submitted', async () => {
    const { receive } = await opened()
    expect((await receive({ ...deletion, told: { ...deletion.told, result: 'not_told' } })).body['state']).toBe('parked')
    expect((await receive({ ...deletion, told: { ...deletion.told, result: 'under_pressure' } })).body['state']).toBe('awaiting_approval')
  })

  it('is refused field by field', async () => {
    const { desk, receive } = await opened()
    const codes = async (body: object) =>
      ((await receive(body)).body['errors'] as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`)
    expect(await codes({ ...deletion, told: undefined })).toEqual(['/told required'])
    expect(await codes({ ...deletion, scope: 'account' })).toEqual(['/service choose'])
    expect(await codes({ ...deletion, external_ids: ['A1', 'nobody'] })).toEqual(['/external_ids/1 unknown_person'])
    expect(await codes({ ...deletion, received_at: '2018-02-08T01:00:00Z' })).toEqual(['/received_at in_future'])
    expect(await codes({ ...deletion, service: 'nothing' })).toEqual(['/service unknown_service'])
    expect(await codes({ kind: 'ineligibility', service: 'credit_scoring', assurance: 2 })).toEqual(['/kind invalid_value'])
    expect(await desk.database.prisma.request.count()).toBe(0)
  })

  it('learns nothing of a case that is none', async () => {
    const { read } = await opened()
    expect((await read('K7M4QXEH8')).status).toBe(400)
    expect((await read('000000000')).status).toBe(404)
  })
})

describe('what monitoring asks', () => {
  it('hears counts without anything of a person, and no HEAD runs a read', async () => {
    const { desk, key, receive } = await opened()
    await receive(deletion)
    const ask = (method: string) =>
      apiRoute(metricsOperation, async () => desk)(new Request('http://127.0.0.1/api/metrics', { method, headers: { Authorization: `Bearer ${key}` } }))
    const response = await ask('GET')
    const text = await response.text()
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(text).toContain('rightsdesk_requests{state="awaiting_approval"} 1\n')
    expect(text).not.toContain('13812345678')
    expect([(await ask('HEAD')).status, (await ask('HEAD')).headers.get('allow')]).toEqual([405, 'GET'])
  })

  it('is told whether the desk can serve, and what is missing', async () => {
    const { desk } = await opened()
    const checks = { keys: true, database: true, migrations: true }
    expect(await readiness(async () => desk)).toEqual({ ready: true, checks })
    await desk.database.raw.run('DELETE FROM _prisma_migrations')
    expect(await readiness(async () => desk)).toEqual({ ready: false, checks: { ...checks, migrations: false } })
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nextGeneration } from '#domain/ineligibility/tag.ts'
import { isDecisionId } from '#domain/ineligibility/decision-id.ts'
import { openContainer } from '#server/container.ts'
import type { Container } from '#server/container.ts'
import { storeOver } from '#server/db/store.ts'
import { flushGateCounts } from '#server/http/gate-counts.ts'
import { askGateBatchOperation, askGateOperation } from '#server/http/operations/ask-gate.ts'
import { addService } from '#usecases/service/add-service.ts'
import { revokeClient } from '#usecases/client/revoke-client.ts'
import { logGateCounts } from '#usecases/gate/log-gate-counts.ts'
import { clientWith, send } from '#tests/support/api.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'

const phone = { type: 'phone', value: '+86 138 1234 5678' }
const sharedPhone = { type: 'phone', value: '+8613900000001' }
const email = { type: 'email', value: 'wei.zhang@example.com' }
const nationalId = { type: 'national_id', value: '11010519491231002X', country: 'CN' }
const normalised = {
  phone: '+8613812345678',
  sharedPhone: '+8613900000001',
  email: 'wei.zhang@example.com',
  nationalId: 'CN:11010519491231002X',
}

const storeOf = (desk: Container) =>
  storeOver({
    kind: desk.database.kind, tx: desk.database.prisma, raw: desk.database.raw,
    vault: desk.vault, subjectKeys: desk.subjectKeys,
  })

async function opened(kind: 'sqlite' | 'postgresql'): Promise<TestDesk & { key: string; clientId: string }> {
  const test = await openTestDesk(kind)
  for (const key of ['credit_scoring', 'recommendations']) {
    await test.desk.command(addService, { key, purposes: [key], restsOn: key, sensitive: false }, { kind: 'operator' })
  }
  const { apiKey, clientId } = await clientWith(test.desk, 'gate')
  return { ...test, key: apiKey, clientId }
}

/** Marks somebody as the worker does: phone and id bar alone, the shared phone only with a second match. */
async function mark({ desk, clock }: TestDesk, more: { endsAt?: number } = {}): Promise<string> {
  const tag = (type: 'phone' | 'email' | 'national_id', value: string, barsAlone: boolean) => ({
    type,
    ...desk.vault.registryTag(type, value),
    barsAlone,
  })
  const { entryId } = await storeOf(desk).registry.mark(
    {
      service: 'credit_scoring',
      legalBasis: 'permanent_ineligibility',
      ownerRole: 'supervisor',
      reviewOn: clock.now() + 1e10,
      endsAt: more.endsAt ?? null,
      requestId: crypto.randomUUID(),
      noticeVersions: ['3.2'],
      tags: [
        tag('phone', normalised.phone, true),
        tag('phone', normalised.sharedPhone, false),
        tag('email', normalised.email, false),
        tag('national_id', normalised.nationalId, true),
      ],
    },
    clock.now(),
  )
  return entryId
}

const ask = async ({ desk, key }: { desk: Container; key: string }, identifiers: unknown[], service = 'credit_scoring') =>
  send(desk, askGateOperation, '/eligibility', { key, body: { service, identifiers } })

for (const kind of ['sqlite', 'postgresql'] as const) {
  describe(`the gate on ${kind}`, () => {
    it('lets somebody in before the mark and never after, however the phone is written', async () => {
      const test = await opened(kind)
      const before = await ask(test, [phone, nationalId])
      expect(before.body).toEqual({ eligible: true, decision_id: expect.any(String) })
      await mark(test)
      for (const identifier of [phone, { type: 'phone', value: '+86-138-1234-5678' }, nationalId]) {
        const after = await ask(test, [identifier])
        expect(after.status).toBe(200)
        expect(after.body['eligible']).toBe(false)
        expect(isDecisionId(String(after.body['decision_id']))).toBe(true)
        expect(Object.keys(after.body)).toEqual(['eligible', 'decision_id'])
      }
      expect((await ask(test, [phone, nationalId], 'recommendations')).body['eligible']).toBe(true)
      expect((await ask(test, [{ type: 'phone', value: '+8613812345679' }])).body['eligible']).toBe(true)
    })

    it('needs a second match for an identifier that two people held', async () => {
      const test = await opened(kind)
      await mark(test)
      expect((await ask(test, [sharedPhone])).body['eligible']).toBe(true)
      expect((await ask(test, [sharedPhone, { ...sharedPhone }])).body['eligible']).toBe(true)
      expect((await ask(test, [sharedPhone, email])).body['eligible']).toBe(false)
    })

    it('lets somebody in again when the mark was superseded or has ended', async () => {
      const test = await opened(kind)
      const entryId = await mark(test, { endsAt: test.clock.now() + 1_000 })
      expect((await ask(test, [phone])).body['eligible']).toBe(false)
      test.clock.advance(1_000)
      expect((await ask(test, [phone])).body['eligible']).toBe(true)
      const second = await mark(test)
      expect((await ask(test, [phone])).body['eligible']).toBe(false)
      await storeOf(test.desk).registry.supersede(second, 'wrong_person', 'test', test.clock.now())
      expect((await ask(test, [phone])).body['eligible']).toBe(true)
      expect(entryId).not.toBe(second)
    })

    it('records each refusal so that it can be found, and only counts what is allowed', async () => {
      const test = await opened(kind)
      const entryId = await mark(test)
      const refused = await ask(test, [phone])
      const allowed = await ask(test, [{ type: 'phone', value: '+8613812345679' }])
      const store = storeOf(test.desk)
      expect(await store.gate.refusal(String(refused.body['decision_id']))).toMatchObject({ entryId, clientId: test.clientId })
      expect(await store.gate.refusal(String(allowed.body['decision_id']))).toBeNull()
      const entries = await test.desk.database.prisma.auditEntry.findMany({ where: { what: 'gate.refused' } })
      expect(entries).toHaveLength(1)
      const entry = Buffer.from(entries[0]?.bytes ?? []).toString()
      expect(JSON.parse(entry)).toMatchObject({ data: { service: 'credit_scoring', client: test.clientId } })
      expect(entry).not.toContain('13812345678')
      await flushGateCounts(test.desk)
      expect(await store.gate.unlogged(test.clock.now() + 1, 10)).toMatchObject([{ service: 'credit_scoring', allowed: 1 }])
      test.clock.advance(180_000)
      const worker = { kind: 'system', id: 'worker' } as const
      expect(await logGateCounts.run(test.desk, {}, worker)).toEqual({ written: 1 })
      expect(await logGateCounts.run(test.desk, {}, worker)).toEqual({ written: 0 })
      const counted = await test.desk.database.prisma.auditEntry.findMany({ where: { what: 'gate.counted' } })
      expect(counted.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()).data.allowed)).toEqual([1])
    })

    it('knows everybody still after the registry key was rotated twice', async () => {
      const test = await opened(kind)
      await mark(test)
      const { prisma } = test.desk.database
      let { desk } = test
      for (const generation of [2, 3]) {
        const next = crypto.getRandomValues(new Uint8Array(32))
        writeFileSync(join(test.directory, 'keys', `registry-${generation}.key`), next, { mode: 0o600 })
        for (const row of await prisma.registryTag.findMany()) {
          const tag = new Uint8Array(nextGeneration(row.tag, next))
          await prisma.registryTag.update({ where: { id: row.id }, data: { tag, generation } })
        }
        // A process that has not read the new key yet can not know anybody: it must not say "eligible".
        const stale = await ask({ ...test, desk }, [phone])
        expect([stale.status, stale.body['type']]).toEqual([503, '/problems/hold-enrolment'])
        if (desk !== test.desk) await desk.close()
        desk = await openContainer({ config: test.desk.config, clock: test.clock })
        expect((await ask({ ...test, desk }, [phone])).body['eligible']).toBe(false)
        expect((await ask({ ...test, desk }, [{ type: 'phone', value: '+8613812345679' }])).body['eligible']).toBe(true)
      }
      await desk.close()
    })

    it('answers a batch in its order', async () => {
      const test = await opened(kind)
      await mark(test)
      const checks = Array.from({ length: 250 }, (_, index) => ({
        ref: `r${index}`,
        identifiers: index % 100 === 7 ? [phone] : [{ type: 'phone', value: `+86139${String(10_000_000 + index)}` }],
      }))
      const body = { service: 'credit_scoring', checks }
      const answer = await send(test.desk, askGateBatchOperation, '/eligibility/batch', { key: test.key, body })
      expect(answer.status).toBe(200)
      const results = answer.body['results'] as { ref: string; eligible: boolean }[]
      expect(results.map(({ ref }) => ref)).toEqual(checks.map(({ ref }) => ref))
      expect(results.filter((one) => !one.eligible).map(({ ref }) => ref)).toEqual(['r7', 'r107', 'r207'])
    })
  })
}

describe('the gate, asked wrongly', () => {
  it('never says eligible to what it can not read', async () => {
    const test = await opened('sqlite')
    const wrong: [unknown, string][] = [
      [{ service: 'credit_scoring', identifiers: [{ type: 'passport', value: 'x' }] }, '/identifiers/0/type'],
      [{ service: 'credit_scoring', identifiers: [{ type: 'phone', value: '13812345678' }] }, '/identifiers/0/value'],
      [{ service: 'credit_scoring', identifiers: [{ type: 'phone', value: '+86 1' }] }, '/identifiers/0/value'],
      [{ service: 'credit_scoring', identifiers: [phone, { type: 'national_id', value: '110105194912310021', country: 'CN' }] }, '/identifiers/1/value'],
      [{ service: 'credit_scoring', identifiers: [] }, '/identifiers'],
      [{ service: 'no_such_service', identifiers: [phone] }, '/service'],
      [{ identifiers: [phone] }, '/service'],
    ]
    for (const [body, pointer] of wrong) {
      const answer = await send(test.desk, askGateOperation, '/eligibility', { key: test.key, body })
      expect([answer.status, answer.type, answer.body['type']]).toEqual([400, 'application/problem+json', '/problems/invalid-input'])
      expect((answer.body['errors'] as { pointer: string }[]).map((one) => one.pointer)).toContain(pointer)
      expect(JSON.stringify(answer.body)).not.toMatch(/13812345678|110105194912310021/)
    }
    const none = await send(test.desk, askGateOperation, '/eligibility', { key: test.key, body: '{"service":' })
    expect(none.body['type']).toBe('/problems/not-json')
  })

  it('tells to hold the enrolment when the registry can not be read', async () => {
    const test = await opened('sqlite')
    await test.desk.database.raw.run('ALTER TABLE registry_tag RENAME TO registry_tag_gone')
    const answer = await ask(test, [phone])
    expect([answer.status, answer.body['type']]).toEqual([503, '/problems/hold-enrolment'])
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(answer.body).not.toHaveProperty('eligible')
  })

  it('lets nobody ask without the scope, with a wrong key, or with one that was revoked', async () => {
    const test = await opened('sqlite')
    const other = await clientWith(test.desk, 'subjects.write')
    const statusOf = async (key?: string) =>
      (await send(test.desk, askGateOperation, '/eligibility', { ...(key === undefined ? {} : { key }), body: { service: 'credit_scoring', identifiers: [phone] } })).status
    expect(await statusOf()).toBe(401)
    expect(await statusOf(`${test.key.slice(0, -2)}AA`)).toBe(401)
    expect(await statusOf(other.apiKey)).toBe(403)
    expect(await statusOf(test.key)).toBe(200)
    await test.desk.command(revokeClient, { clientId: test.clientId }, { kind: 'operator' })
    expect(await statusOf(test.key)).toBe(401)
  })

  it('slows a client down that asks more than its rate', async () => {
    const test = await opened('sqlite')
    await test.desk.database.prisma.apiClient.update({ where: { id: test.clientId }, data: { ratePerMinute: 3 } })
    const statuses = []
    for (let i = 0; i < 4; i += 1) statuses.push((await ask(test, [phone])).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(Number((await ask(test, [phone])).headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

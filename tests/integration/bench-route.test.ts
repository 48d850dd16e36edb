import { describe, expect, it } from 'vitest'
import { benchRoute } from '#server/http/bench-route.ts'
import { clientWith } from '#tests/support/api.ts'
import { openTestDesk } from '#tests/support/desk.ts'

const asked = (what: string, body: unknown, key = '') =>
  new Request(`http://127.0.0.1/api/v1/bench/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  })

describe('what the benchmarks compare with', () => {
  it('is not there in a desk that people use, whoever asks', async () => {
    const { desk } = await openTestDesk()
    const { apiKey } = await clientWith(desk, 'gate')
    const route = benchRoute(async () => desk)
    for (const what of ['empty', 'audited', 'unaudited', 'toString']) {
      expect((await route(asked(what, {}, apiKey))).status).toBe(404)
    }
  })

  it('authenticates as the gate does, and audits what says so', async () => {
    const { desk, as } = await openTestDesk()
    const agent = await as('agent')
    const session = agent.kind === 'session' ? agent.sessionId : ''
    const { apiKey } = await clientWith(desk, 'gate')
    const route = benchRoute(async () => ({ ...desk, config: { ...desk.config, bench: true } }))
    const entries = async () => desk.database.prisma.auditEntry.count({ where: { what: 'person.looked_up' } })
    expect((await route(asked('empty', {}, 'nobody'))).status).toBe(401)
    expect((await route(asked('empty', {}, apiKey))).status).toBe(200)
    expect((await route(asked('unaudited', { phone: '+8613900000001', session }))).status).toBe(200)
    expect(await entries()).toBe(0)
    expect((await route(asked('audited', { phone: '+8613900000001', session }))).status).toBe(200)
    expect(await entries()).toBe(1)
  })
})

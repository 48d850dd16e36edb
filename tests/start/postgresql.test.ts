import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { openDatabase } from '#server/db/client.ts'
import { createKeyFiles } from '#server/keys/key-files.ts'
import { freePort } from '#scripts/lib/free-port.mjs'
import { deskInFolder } from '#tests/support/desk-in-folder.ts'
import { postgresUrl } from '#tests/support/postgres.ts'
import { startDesk } from '#tests/support/started-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('npm start on an empty PostgreSQL migrates it, serves from it, numbers its log, and ends', { timeout: 400_000 }, async () => {
  createKeyFiles(join(folder, 'keys'))
  const databaseUrl = await postgresUrl()
  const { run, surroundings } = deskInFolder(folder, databaseUrl)
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  const started = await startDesk({ ...surroundings, HOST: '127.0.0.1', PORT: port, PUBLIC_URL: address, RIGHTSDESK_DEMO: '0' })

  const ready = await fetch(`${address}/api/ready`)
  expect(await ready.json()).toEqual({ ready: true, checks: { keys: true, database: true, migrations: true } })
  const signIn = await fetch(`${address}/sign-in`)
  expect([signIn.status, await signIn.text()]).toEqual([200, expect.stringContaining('<form')])

  // Added by another process while the web runs: only the database is shared.
  expect((await run(['service', 'add', 'credit_scoring', '--purposes', 'credit_scoring', '--rests-on', 'credit_scoring'])).code).toBe(0)
  const client = (await run(['client', 'add', 'shop', '--scopes', 'gate', '--json'])).json()
  const answer = await fetch(`${address}/api/v1/eligibility`, {
    method: 'POST',
    headers: { authorization: `Bearer ${String(client.api_key)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'credit_scoring', identifiers: [{ type: 'phone', value: '+8613900000001' }] }),
  })
  expect([answer.status, await answer.json()]).toEqual([200, { eligible: true, decision_id: expect.any(String) }])

  const database = await openDatabase({ url: databaseUrl })
  const count = async (table: string) => (await database.raw.all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n
  try {
    expect(await count('audit_entry')).toBeGreaterThan(0)
    await vi.waitFor(async () => expect(await count('audit_unsealed')).toBe(0), 30_000)
    expect(await count('audit_leaf')).toBe(await count('audit_entry'))
  } finally {
    await database.close()
  }

  expect(await started.end(), started.said()).toBe(0)
  await expect(fetch(`${address}/api/health`)).rejects.toThrow()
})

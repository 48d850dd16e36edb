import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '#server/db/client.ts'
import type { Database } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'
import { brokenRules } from '#server/db/rules.ts'
import { freshPostgres } from '#tests/support/database.ts'
import { postgresUrl } from '#tests/support/postgres.ts'

const quiet = () => undefined
const ended: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ended.splice(0)) await end()
})

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  ended.push(() => client.end())
  return client
}

async function open(url: string): Promise<Database> {
  const database = await openDatabase({ url })
  ended.push(() => database.close())
  return database
}

/** A database with an owner and a role for the application, both made for this test. */
async function separateRoles(): Promise<{ adminUrl: string; ownerUrl: string; databaseUrl: string }> {
  const adminUrl = await postgresUrl()
  const admin = await connect(adminUrl)
  const suffix = new URL(adminUrl).pathname.slice(1)
  const withRole = (role: string) => {
    const url = new URL(adminUrl)
    url.username = role
    url.password = 'p@ss word'
    return url.href
  }
  for (const role of [`owner_${suffix}`, `app_${suffix}`]) {
    await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'p@ss word'`)
  }
  await admin.query(`GRANT CREATE, USAGE ON SCHEMA public TO owner_${suffix}`)
  return { adminUrl, ownerUrl: withRole(`owner_${suffix}`), databaseUrl: withRole(`app_${suffix}`) }
}

test('the application works with a role that owns no table and can switch no rule off', async () => {
  const { ownerUrl, databaseUrl } = await separateRoles()
  await migrate({ databaseUrl, ownerUrl, log: quiet })
  const database = await open(databaseUrl)
  await database.prisma.auditEntry.create({
    data: { id: 'a', bytes: Uint8Array.of(1), at: new Date(), what: 'x', outcome: 'ok', actorType: 'nobody', actorId: '' },
  })
  await database.prisma.meta.create({ data: { key: 'k', value: 'v' } })
  await database.prisma.meta.update({ where: { key: 'k' }, data: { value: 'w' } })
  await database.prisma.meta.delete({ where: { key: 'k' } })
  const forbidden = [
    `ALTER TABLE audit_entry DISABLE TRIGGER ALL`,
    `DROP TRIGGER rule_audit_entry_no_change ON audit_entry`,
    `DROP TABLE audit_entry`,
    `TRUNCATE audit_entry`,
    `DELETE FROM audit_entry`,
    `UPDATE audit_leaf SET seq = 1`,
    `CREATE OR REPLACE FUNCTION rule_audit_entry_no_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
    `SET session_replication_role = replica`,
    `DELETE FROM _prisma_migrations`,
  ]
  const client = await connect(databaseUrl)
  for (const sql of forbidden) await expect(client.query(sql), sql).rejects.toThrow(/must be owner|permission denied/)
  expect(await brokenRules(databaseUrl)).toEqual([])
})

test('a session that calls itself a replica meets the rules all the same', async () => {
  const url = await freshPostgres()
  const client = await connect(url)
  const insert = `INSERT INTO audit_entry (id, bytes, at, what, outcome, actor_type, actor_id) VALUES ('a', 'x', now(), 'x', 'ok', 'nobody', '')`
  await client.query(insert)
  await client.query('SET session_replication_role = replica')
  await expect(client.query('DELETE FROM audit_entry')).rejects.toThrow('rightsdesk:append_only')
  await expect(client.query('TRUNCATE audit_entry')).rejects.toThrow('rightsdesk:append_only')
})

test('a rule that was switched off or hollowed out is noticed and put right by migrate', async () => {
  const url = await freshPostgres()
  const client = await connect(url)
  await client.query('ALTER TABLE audit_leaf DISABLE TRIGGER rule_audit_leaf_no_change')
  await client.query(
    `CREATE OR REPLACE FUNCTION rule_approval_separate() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
  )
  expect((await brokenRules(url)).sort()).toEqual(['rule_approval_separate', 'rule_audit_leaf_no_change'])
  await migrate({ databaseUrl: url, log: quiet })
  expect(await brokenRules(url)).toEqual([])
})

test('sessions speak UTC, whatever the server thinks', async () => {
  const url = await freshPostgres()
  const admin = await connect(url)
  await admin.query(`ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET timezone = 'Asia/Shanghai'`)
  const database = await open(url)
  expect(await database.raw.all(`SELECT current_setting('TimeZone') AS zone`)).toEqual([{ zone: 'UTC' }])
  const at = new Date('2026-06-01T12:00:00.500Z')
  await database.prisma.setting.create({ data: { key: 'k', value: '', changedAt: at, changedBy: '' } })
  expect(await database.raw.all('SELECT changed_at FROM setting')).toEqual([{ changed_at: at.toISOString() }])
})

test('a server that is not there is unavailable, and its address stays out of the error', async () => {
  const url = 'postgresql://someone:hunter2@127.0.0.1:1/nowhere'
  const database = await open(url)
  for (const attempt of [() => database.raw.all('SELECT 1'), () => database.prisma.meta.count(), () => database.prisma.$transaction(async () => 1)]) {
    const error = await attempt().then(() => undefined, (thrown: Error) => thrown)
    expect(error).toMatchObject({ code: 'unavailable', fault: 'unreachable' })
    expect(`${error?.message} ${error?.stack}`).not.toContain('hunter2')
  }
})

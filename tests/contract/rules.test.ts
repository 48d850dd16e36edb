import { expect, test } from 'vitest'
import { APPEND_ONLY_TABLES } from '#server/db/append-only.ts'
import { migrate } from '#server/db/migrate.ts'
import { brokenRules } from '#server/db/rules.ts'
import type { Database } from '#server/db/client.ts'
import { forEachDatabase, freshPath } from '#tests/support/database.ts'
import { postgresUrl } from '#tests/support/postgres.ts'

const entry = (id: string, what = 'written') => ({
  id, bytes: Uint8Array.of(1, 2, 3), at: new Date('2026-01-01T00:00:00Z'), what, outcome: 'ok', actorType: 'nobody', actorId: '',
})

async function withLog(database: Database): Promise<void> {
  await database.prisma.auditEntry.createMany({ data: [entry('a'), entry('b')] })
  await database.prisma.auditLeaf.createMany({
    data: [{ seq: 0, entryId: 'a', hash: Uint8Array.of(9) }, { seq: 1, entryId: 'b', hash: Uint8Array.of(8) }],
  })
}

const ENTRY = `audit_entry (id, bytes, at, what, outcome, actor_type, actor_id)`
const VALUES = `VALUES ('a', 'x', '2026-01-01T00:00:00.000Z', 'forged', 'ok', 'nobody', '')`

const onBoth: readonly string[] = [
  `UPDATE audit_entry SET what = 'forged' WHERE id = 'a'`,
  `UPDATE audit_entry SET id = 'c'`,
  `UPDATE audit_leaf SET entry_id = 'c' WHERE seq = 0`,
  `DELETE FROM audit_entry WHERE id = 'a'`,
  `DELETE FROM audit_entry`,
  `DELETE FROM audit_leaf`,
  `INSERT INTO ${ENTRY} ${VALUES}`,
  `INSERT INTO ${ENTRY} ${VALUES} ON CONFLICT (id) DO UPDATE SET what = 'forged'`,
  `INSERT INTO audit_leaf (seq, entry_id, hash) VALUES (7, 'a', 'x') ON CONFLICT (entry_id) DO UPDATE SET seq = 7`,
]

const onOne: Readonly<Record<Database['kind'], readonly string[]>> = {
  sqlite: [
    `INSERT OR REPLACE INTO ${ENTRY} ${VALUES}`,
    `REPLACE INTO audit_leaf (seq, entry_id, hash) VALUES (0, 'c', 'x')`,
    `REPLACE INTO audit_leaf (seq, entry_id, hash) VALUES (7, 'a', 'x')`,
    `REPLACE INTO audit_entry (rowid, id, bytes, at, what, outcome, actor_type, actor_id) ${VALUES.replace(`('a'`, `(1, 'new'`)}`,
    `UPDATE OR REPLACE audit_entry SET id = 'b' WHERE id = 'a'`,
  ],
  postgresql: [
    `TRUNCATE audit_entry`,
    `TRUNCATE audit_leaf, audit_entry CASCADE`,
    `MERGE INTO audit_entry e USING (SELECT 'a' AS id) n ON e.id = n.id WHEN MATCHED THEN UPDATE SET what = 'forged'`,
    `MERGE INTO audit_entry e USING (SELECT 'a' AS id) n ON e.id = n.id WHEN MATCHED THEN DELETE`,
    `WITH gone AS (DELETE FROM audit_entry RETURNING id) SELECT id FROM gone`,
  ],
}

/** What a test may compare: the log as it stands. */
const logOf = async (database: Database) => ({
  entries: await database.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } }),
  leaves: await database.prisma.auditLeaf.findMany({ orderBy: { seq: 'asc' } }),
})

const part = (requestId: string, humanRef: string, name = 'opened') => ({
  id: `${requestId}-${humanRef}-${name}`, requestId, humanRef, part: name, at: new Date(),
})
const approval = (id: string, requestId: string, humanRef: string) => ({
  id, requestId, humanRef, planHash: 'h', at: new Date(),
})

forEachDatabase((kind, open) => {
  test('the log refuses every statement that would change, remove or replace what is in it', async () => {
    const database = await open()
    await withLog(database)
    const before = await logOf(database)
    for (const sql of [...onBoth, ...onOne[kind]]) {
      await expect(database.raw.run(sql), sql).rejects.toMatchObject({ fault: 'append_only', code: 'not_allowed' })
      await expect(database.prisma.$executeRawUnsafe(sql), sql).rejects.toMatchObject({ fault: 'append_only' })
      expect(await logOf(database), sql).toEqual(before)
    }
  })

  test('the log refuses the same through Prisma', async () => {
    const database = await open()
    await withLog(database)
    const { auditEntry, auditLeaf } = database.prisma
    const attempts = [
      () => auditEntry.update({ where: { id: 'a' }, data: { what: 'forged' } }),
      () => auditEntry.updateMany({ data: { what: 'forged' } }),
      () => auditEntry.upsert({ where: { id: 'a' }, create: entry('a'), update: { what: 'forged' } }),
      () => auditEntry.delete({ where: { id: 'a' } }),
      () => auditEntry.deleteMany(),
      () => auditEntry.create({ data: entry('a', 'forged') }),
      () => auditLeaf.create({ data: { seq: 2, entryId: 'a', hash: Uint8Array.of(1) } }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ fault: 'append_only' })
  })

  test('new entries and leaves are still taken', async () => {
    const database = await open()
    await withLog(database)
    await database.prisma.auditEntry.create({ data: entry('c') })
    await database.prisma.auditLeaf.create({ data: { seq: 2, entryId: 'c', hash: Uint8Array.of(7) } })
    expect(await database.prisma.auditLeaf.count()).toBe(3)
  })

  test('a rule that was taken off is noticed, and is back after migrate', async () => {
    const database = await open()
    await withLog(database)
    expect(await brokenRules(database.url)).toEqual([])
    const on = kind === 'postgresql' ? ' ON audit_entry' : ''
    const name = kind === 'postgresql' ? 'rule_audit_entry_no_change' : 'rule_audit_entry_no_update'
    await database.raw.run(`DROP TRIGGER ${name}${on}`)
    expect(await brokenRules(database.url)).toEqual([name])
    await migrate({ databaseUrl: database.url, log: () => undefined })
    expect(await brokenRules(database.url)).toEqual([])
    await expect(database.raw.run(`UPDATE audit_entry SET what = 'forged'`)).rejects.toMatchObject({ fault: 'append_only' })
  })

  test('a database that was never migrated is not taken for a good one', async () => {
    const url = kind === 'sqlite' ? `file:${freshPath()}` : await postgresUrl()
    expect(await brokenRules(url)).toEqual([
      'audit_entry', 'audit_leaf', 'law_row', 'script_version', 'approval', 'request_part',
    ])
  })

  test('every listed table has its rules', async () => {
    const database = await open()
    for (const table of APPEND_ONLY_TABLES) {
      const sql =
        kind === 'sqlite'
          ? `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`
          : `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = ?::regclass AND NOT tgisinternal`
      expect(await database.raw.all(sql, [table])).toHaveLength(3)
    }
  })

  test('an approval by a human with a part in the request is refused, whichever log-in is used', async () => {
    const database = await open()
    await database.prisma.requestPart.create({ data: part('r1', 'H1') })
    await expect(database.prisma.approval.create({ data: approval('p1', 'r1', 'H1') })).rejects.toMatchObject({
      fault: 'separation_of_duties', code: 'not_allowed', reason: 'separation_of_duties',
    })
    await database.prisma.approval.create({ data: approval('p2', 'r1', 'H2') })
    await database.prisma.approval.create({ data: approval('p3', 'r2', 'H1') })
    await expect(
      database.prisma.approval.update({ where: { id: 'p3' }, data: { requestId: 'r1' } }),
    ).rejects.toMatchObject({ fault: 'separation_of_duties' })
    await expect(
      database.prisma.approval.updateMany({ where: { id: 'p2' }, data: { humanRef: 'H1' } }),
    ).rejects.toMatchObject({ fault: 'separation_of_duties' })
    const rows = await database.prisma.approval.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ id, requestId, humanRef }) => [id, requestId, humanRef])).toEqual([['p2', 'r1', 'H2'], ['p3', 'r2', 'H1']])
  })

  test('an approval can be superseded after its human took a part', async () => {
    const database = await open()
    await database.prisma.approval.create({ data: approval('p1', 'r1', 'H1') })
    await database.prisma.requestPart.create({ data: part('r1', 'H1', 'placed_hold') })
    await database.prisma.approval.updateMany({ where: { id: 'p1' }, data: { supersededAt: new Date() } })
    expect((await database.prisma.approval.findUniqueOrThrow({ where: { id: 'p1' } })).supersededAt).not.toBeNull()
  })

  test('a part and an approval written at the same moment do not both stand with the part first', async () => {
    const database = await open()
    let approving: Promise<unknown> | undefined
    await database.prisma.$transaction(async (tx) => {
      await tx.requestPart.create({ data: part('r1', 'H1') })
      approving = database.prisma.approval.create({ data: approval('p1', 'r1', 'H1') }).then(
        () => 'approved',
        (error: { fault?: string }) => error.fault,
      )
      // Long enough for the approval to reach the database while the part is not committed yet.
      await new Promise((resolve) => setTimeout(resolve, 150))
    })
    expect(await approving).toBe('separation_of_duties')
  })
})

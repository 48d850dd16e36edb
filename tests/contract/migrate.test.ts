import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diffModels } from '#scripts/prisma/schema-diff.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { migrate } from '#server/db/migrate.ts'
import { brokenRules } from '#server/db/rules.ts'
import { forEachDatabase, freshPath } from '#tests/support/database.ts'
import { postgresUrl } from '#tests/support/postgres.ts'
import { runProcess } from '#tests/support/run-process.ts'

const emptyUrl = async (kind: DatabaseKind) => (kind === 'sqlite' ? `file:${freshPath()}` : postgresUrl())

/** A folder of migrations that a test may add to. */
function migrationFolder(): { folder: string; add: (kind: DatabaseKind, name: string, sql: string) => void } {
  const folder = freshPath('migrations')
  return {
    folder,
    add(kind, name, sql) {
      mkdirSync(join(folder, kind, name), { recursive: true })
      writeFileSync(join(folder, kind, name, 'migration.sql'), sql)
    },
  }
}

/** The project's own migrations, to be followed by another. */
function ownMigrations() {
  const made = migrationFolder()
  cpSync('prisma/migrations', made.folder, { recursive: true })
  return made
}

const parents = (note: string) => `
model Parent {
  id       String  @id
  note     ${note}
  children Child[]
  @@map("parent")
}
model Child {
  id       String @id
  parentId String @map("parent_id")
  parent   Parent @relation(fields: [parentId], references: [id], onDelete: Cascade)
  @@map("child")
}`

const quiet = () => undefined

forEachDatabase((kind, open) => {
  const apply = (databaseUrl: string, folder?: string) =>
    migrate({ databaseUrl, log: quiet, ...(folder === undefined ? {} : { folder }) })

  test('a fresh database gets every migration once, and the second run finds nothing to do', async () => {
    const url = await emptyUrl(kind)
    const names = readdirSync(`prisma/migrations/${kind}`).sort()
    const said: string[] = []
    expect(await migrate({ databaseUrl: url, log: (line) => said.push(line) })).toEqual({ applied: names })
    expect(said).toEqual(names.map((name) => `applied migration ${name}`))
    expect(await apply(url)).toEqual({ applied: [] })
    const database = await open(url)
    const rows = await database.raw.all(
      'SELECT migration_name, length(checksum) AS checksum, rolled_back_at, applied_steps_count FROM _prisma_migrations ORDER BY migration_name',
    )
    const whole = { checksum: 64, rolled_back_at: null, applied_steps_count: 1 }
    expect(rows).toEqual(names.map((migration_name) => ({ migration_name, ...whole })))
    expect(await database.raw.all('SELECT 1 AS x FROM _prisma_migrations WHERE finished_at IS NULL OR finished_at < started_at')).toEqual([])
  })

  test('four deployers at once apply everything once', async () => {
    const url = await emptyUrl(kind)
    const outputs = await Promise.all([1, 2, 3, 4].map(() => runProcess('tests/contract/processes/deploy.ts', [url])))
    const applied = outputs.flatMap((output) => JSON.parse(output) as string[])
    expect(applied.sort()).toEqual(readdirSync(`prisma/migrations/${kind}`).sort())
    expect(await brokenRules(url)).toEqual([])
  })

  test('a migration that was changed after it was applied is refused', async () => {
    const url = await emptyUrl(kind)
    const { folder, add } = migrationFolder()
    add(kind, '1_first', 'CREATE TABLE one (id TEXT PRIMARY KEY);')
    await apply(url, folder)
    appendFileSync(join(folder, kind, '1_first', 'migration.sql'), '-- a harmless word')
    await expect(apply(url, folder)).rejects.toThrow('migration 1_first was changed after it was applied')
  })

  test('a database of a newer version is refused', async () => {
    const url = await emptyUrl(kind)
    const { folder, add } = migrationFolder()
    add(kind, '1_first', 'CREATE TABLE one (id TEXT PRIMARY KEY);')
    add(kind, '2_newer', 'CREATE TABLE two (id TEXT PRIMARY KEY);')
    await apply(url, folder)
    rmSync(join(folder, kind, '2_newer'), { recursive: true })
    await expect(apply(url, folder)).rejects.toThrow('the database has migration 2_newer, which this version does not know')
  })

  test('a migration that fails halfway leaves nothing, and those before it stay', async () => {
    const url = await emptyUrl(kind)
    const { folder, add } = migrationFolder()
    add(kind, '1_first', 'CREATE TABLE one (id TEXT PRIMARY KEY);')
    add(kind, '2_fails', 'CREATE TABLE two (id TEXT PRIMARY KEY); INSERT INTO nowhere VALUES (1);')
    await expect(apply(url, folder)).rejects.toThrow()
    add(kind, '2_fails', 'CREATE TABLE two (id TEXT PRIMARY KEY);')
    expect(await apply(url, folder)).toEqual({ applied: ['2_fails'] })
  })

  test('a script with a transaction of its own is refused before anything runs', async () => {
    const { folder, add } = migrationFolder()
    add(kind, '1_own', 'CREATE TABLE one (id TEXT PRIMARY KEY);\nCOMMIT;\nBEGIN;')
    await expect(apply(await emptyUrl(kind), folder)).rejects.toThrow('begins or ends a transaction itself')
  })

  test('rebuilding a parent table keeps its children: no cascade runs', async () => {
    const url = await emptyUrl(kind)
    const { folder, add } = migrationFolder()
    add(kind, '1_first', await diffModels(null, parents('String?'), kind))
    await apply(url, folder)
    const before = await open(url)
    await before.raw.run('INSERT INTO parent (id, note) VALUES (?, ?)', ['p', 'x'])
    await before.raw.run('INSERT INTO child (id, parent_id) VALUES (?, ?)', ['c', 'p'])
    const rebuild = await diffModels(parents('String?'), parents('String'), kind)
    if (kind === 'sqlite') expect(rebuild).toContain('DROP TABLE "parent"')
    add(kind, '2_rebuild', rebuild)
    expect(await apply(url, folder)).toEqual({ applied: ['2_rebuild'] })
    expect(await before.raw.all('SELECT c.id AS child, p.id AS parent FROM child c JOIN parent p ON p.id = c.parent_id')).toEqual([
      { child: 'c', parent: 'p' },
    ])
    await expect(before.raw.run('INSERT INTO child (id, parent_id) VALUES (?, ?)', ['d', 'nobody'])).rejects.toMatchObject({
      fault: 'foreign_key',
    })
  })

  test('a migration that would leave orphans is refused as a whole', async () => {
    const url = await emptyUrl(kind)
    const { folder, add } = migrationFolder()
    add(kind, '1_first', (await diffModels(null, parents('String?'), kind)).replaceAll('CASCADE', 'RESTRICT'))
    add(kind, '2_rows', `INSERT INTO parent (id) VALUES ('p'); INSERT INTO child (id, parent_id) VALUES ('c', 'p');`)
    await apply(url, folder)
    add(kind, '3_orphans', 'DELETE FROM parent;')
    await expect(apply(url, folder)).rejects.toThrow()
    const database = await open(url)
    expect(await database.raw.all('SELECT id FROM parent')).toEqual([{ id: 'p' }])
  })

  test('rebuilding the log and what its rules speak of brings rows and rules along', async () => {
    const { folder, add } = ownMigrations()
    const url = await emptyUrl(kind)
    await apply(url, folder)
    const database = await open(url)
    const at = new Date('2026-01-01T00:00:00Z')
    await database.prisma.auditEntry.create({
      data: { id: 'a', bytes: Uint8Array.of(1), at, what: 'x', outcome: 'ok', actorType: 'nobody', actorId: '' },
    })
    await database.prisma.requestPart.create({ data: { id: 'p', requestId: 'r', humanRef: 'H1', part: 'opened', at } })
    const rebuilt = (table: string) =>
      `CREATE TABLE "new_${table}" AS SELECT * FROM "${table}"; DROP TABLE "${table}"; ALTER TABLE "new_${table}" RENAME TO "${table}";
       CREATE UNIQUE INDEX "${table}_again" ON "${table}" ("id");`
    add(kind, '99990101000000_rebuild', rebuilt('audit_entry') + rebuilt('request_part'))
    expect(await apply(url, folder)).toEqual({ applied: ['99990101000000_rebuild'] })
    expect(await brokenRules(url)).toEqual([])
    await expect(database.raw.run(`DELETE FROM audit_entry`)).rejects.toMatchObject({ fault: 'append_only' })
    await expect(
      database.raw.run(`INSERT INTO approval (id, request_id, human_ref, at) VALUES ('x', 'r', 'H1', ?)`, [at]),
    ).rejects.toMatchObject({ fault: 'separation_of_duties' })
    expect(await database.prisma.auditEntry.count()).toBe(1)
  })

  test('a failure in a later migration leaves the rules of the earlier ones in force', async () => {
    const { folder, add } = ownMigrations()
    const url = await emptyUrl(kind)
    add(kind, '99990101000000_good', 'CREATE TABLE one (id TEXT PRIMARY KEY);')
    add(kind, '99990102000000_fails', 'INSERT INTO nowhere VALUES (1);')
    await expect(apply(url, folder)).rejects.toThrow()
    expect(await brokenRules(url)).toEqual([])
  })

  test('a migration that would lose rows of the log is refused', async () => {
    const { folder, add } = ownMigrations()
    const url = await emptyUrl(kind)
    await apply(url, folder)
    const database = await open(url)
    await database.prisma.auditLeaf.create({ data: { seq: 0, entryId: 'a', hash: Uint8Array.of(1) } })
    add(kind, '99990101000000_empty', `CREATE TABLE "n" AS SELECT * FROM "audit_leaf" WHERE seq > 5; DROP TABLE "audit_leaf";
      ALTER TABLE "n" RENAME TO "audit_leaf";`)
    await expect(apply(url, folder)).rejects.toThrow('would change the rows of an append-only table')
    expect(await database.prisma.auditLeaf.count()).toBe(1)
    expect(await brokenRules(url)).toEqual([])
  })
})

import { readFileSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '#server/db/client.ts'
import type { Database } from '#server/db/client.ts'
import { acquireConnections, releaseConnections } from '#server/db/sqlite/connections.ts'
import { sqlitePath } from '#server/db/sqlite/location.ts'
import { freshPath, freshSqlite } from '#tests/support/database.ts'

const opened: Database[] = []

async function open(url: string): Promise<Database> {
  const database = await openDatabase({ url })
  opened.push(database)
  return database
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()))
})

test('each connection has its pragmas, and the reader can not write', async () => {
  const connections = await acquireConnections(sqlitePath(freshSqlite()))
  const wanted = {
    journal_mode: 'wal', synchronous: 2, foreign_keys: 1, recursive_triggers: 1, secure_delete: 1, trusted_schema: 0, temp_store: 2,
  }
  for (const [role, { database }] of [['writer', connections.writer], ['reader', connections.reader]] as const) {
    for (const [name, value] of Object.entries(wanted)) {
      expect(database.pragma(name, { simple: true }), `${name} of the ${role}`).toBe(value)
    }
    expect(database.pragma('query_only', { simple: true })).toBe(role === 'reader' ? 1 : 0)
  }
  expect(() => connections.reader.run(`INSERT INTO meta (key, value) VALUES ('k', 'v')`, [])).toThrow(/readonly/)
  await releaseConnections(connections)
})

test('several openings of one file share one writer, and the last one closes it', async () => {
  const path = sqlitePath(freshSqlite())
  const [first, second] = await Promise.all([acquireConnections(path), acquireConnections(path)])
  expect(first.writer).toBe(second.writer)
  await releaseConnections(first)
  expect(second.writer.database.open).toBe(true)
  await releaseConnections(second)
  expect(second.writer.database.open).toBe(false)
})

test('a new file can be read by its owner alone', async () => {
  const path = freshPath()
  await open(`file:${path}`)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('only a plain file is a database', () => {
  for (const url of ['file::memory:', 'file:', 'file:x.db?mode=memory', ':memory:', 'sqlite:x.db']) {
    expect(() => sqlitePath(url), url).toThrow()
  }
  expect(sqlitePath('file:/a/b.db')).toBe('/a/b.db')
  expect(sqlitePath('file:///a/b%20c.db')).toBe('/a/b c.db')
  expect(sqlitePath('file:data/x.db')).toBe(`${process.cwd()}/data/x.db`)
})

test('after SQLite itself ended a transaction, its later statements are not committed one by one', async () => {
  const database = await open(freshSqlite())
  const insert = 'INSERT INTO meta (key, value) VALUES (?, ?)'
  await database.raw.run(insert, ['taken', ''])
  const halfway = database.raw.transaction(async (raw) => {
    await raw.run(insert, ['before', ''])
    // OR ROLLBACK ends the transaction as a full disk does.
    await raw.run(insert.replace('INSERT', 'INSERT OR ROLLBACK'), ['taken', '']).catch(() => undefined)
    await raw.run(insert, ['after', ''])
  })
  await expect(halfway).rejects.toMatchObject({ reason: 'transaction_over' })
  expect(await database.raw.all('SELECT key FROM meta')).toEqual([{ key: 'taken' }])
  await database.raw.run(insert, ['next', ''])
})

test('nothing ends a transaction or changes a pragma through a query', async () => {
  const database = await open(freshSqlite())
  const control = [
    'COMMIT', ' rollback', '-- x\nBEGIN IMMEDIATE', '/* x */ END', 'SAVEPOINT a', 'PRAGMA foreign_keys = OFF', `ATTACH 'x' AS y`, 'VACUUM',
  ]
  for (const sql of control) {
    await expect(database.raw.all(sql), sql).rejects.toMatchObject({ fault: 'fault' })
    await expect(database.raw.transaction((raw) => raw.run(sql)), sql).rejects.toMatchObject({ fault: 'fault' })
    await expect(database.prisma.$executeRawUnsafe(sql), sql).rejects.toMatchObject({ fault: 'fault' })
  }
  await database.raw.run(`INSERT INTO meta (key, value) VALUES ('k', 'v')`)
})

test('a writer of another process is waited for without standing still', async () => {
  const url = freshSqlite()
  const database = await open(url)
  const other = new BetterSqlite3(sqlitePath(url))
  other.exec('BEGIN IMMEDIATE')
  let done = false
  const writing = database.prisma.meta.create({ data: { key: 'k', value: 'v' } }).then(() => (done = true))
  // Reading goes on meanwhile, in turns of this very process.
  for (let turn = 0; turn < 20; turn += 1) {
    expect(await database.prisma.meta.count()).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(done).toBe(false)
  other.exec('COMMIT')
  other.close()
  await writing
  expect(await database.prisma.meta.count()).toBe(1)
})

test('a transaction that gave up waiting for its turn does not keep the turn', async () => {
  const database = await open(freshSqlite())
  let letGo: () => void = () => undefined
  const held = database.raw.transaction(() => new Promise<void>((resolve) => (letGo = resolve)))
  const waiting = database.prisma.$transaction((tx) => tx.meta.create({ data: { key: 'k', value: '' } }), { maxWait: 50 })
  await expect(waiting).rejects.toMatchObject({ code: 'unavailable', fault: 'busy' })
  letGo()
  await held
  await database.prisma.meta.create({ data: { key: 'next', value: '' } })
  expect(await database.raw.all('SELECT key FROM meta')).toEqual([{ key: 'next' }])
})

/** How many commits the write-ahead log holds: a frame that ends one names the size of the database after it. */
function commitsIn(url: string): number {
  const log = readFileSync(`${sqlitePath(url)}-wal`)
  const frame = 24 + log.readUInt32BE(8)
  let commits = 0
  for (let at = 32; at + frame <= log.length; at += frame) {
    // Frames of an earlier round of the log carry another salt.
    const ours = log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))
    if (ours && log.readUInt32BE(at + 4) > 0) commits += 1
  }
  return commits
}

const insert = 'INSERT INTO meta (key, value) VALUES (?, ?)'

test('writers that queue for each other share commits, and each is committed when it hears so', async () => {
  const url = freshSqlite()
  const database = await open(url)
  expect(await database.forgetOverwritten()).toBe(true)
  const other = new BetterSqlite3(sqlitePath(url), { readonly: true })
  const seen = other.prepare('SELECT count(*) FROM meta WHERE key = ?').pluck()
  const write = async (index: number) => {
    if (index % 2 === 0) await database.raw.run(insert, [`row-${index}`, ''])
    else await database.prisma.$transaction((tx) => tx.meta.create({ data: { key: `row-${index}`, value: '' } }))
    return seen.get(`row-${index}`)
  }
  for (const index of Array(5).keys()) expect(await write(index)).toBe(1)
  expect(commitsIn(url)).toBe(5)
  const together = await Promise.all(Array.from({ length: 40 }, (_, index) => write(index + 5)))
  expect(together).toEqual(Array(40).fill(1))
  expect(commitsIn(url) - 5).toBeLessThan(20)
  other.close()
})

test('a writer that fails among writers that share a commit takes nothing of theirs with it', async () => {
  const database = await open(freshSqlite())
  await database.raw.run(insert, ['taken', ''])
  const write = (index: number) =>
    database.raw.transaction(async (raw) => {
      await raw.run(insert, [`row-${index}`, ''])
      if (index % 3 === 1) throw new Error('the caller changed its mind')
      if (index % 3 === 2) await raw.run(insert, ['taken', ''])
    })
  const ends = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => write(index)))
  expect(ends.map(({ status }) => status)).toEqual(
    Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? 'fulfilled' : 'rejected')),
  )
  const rows = await database.raw.all<{ key: string }>(`SELECT key FROM meta WHERE key LIKE 'row-%'`)
  expect(rows.map(({ key }) => Number(key.slice(4))).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 10 }, (_, index) => index * 3),
  )
})

test('when the file can not grow, whoever heard "done" is there, and whoever heard an error is not', async () => {
  const url = freshSqlite()
  const database = await open(url)
  const connections = await acquireConnections(sqlitePath(url))
  const { writer } = connections
  const pages = Number(writer.database.pragma('page_count', { simple: true }))
  writer.database.pragma(`max_page_count = ${pages + 12}`)
  const write = (index: number) =>
    database.raw.transaction(async (raw) => {
      await raw.run(insert, [`row-${index}`, 'x'.repeat(3_000)])
    })
  const ends = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => write(index)))
  writer.database.pragma('max_page_count = 1000000')
  const rows = await database.raw.all<{ key: string }>(`SELECT key FROM meta WHERE key LIKE 'row-%'`)
  const there = new Set(rows.map(({ key }) => key))
  expect(ends.map(({ status }, index) => [index, status === 'fulfilled'])).toEqual(
    ends.map((_, index) => [index, there.has(`row-${index}`)]),
  )
  expect(there.size).toBeGreaterThan(0)
  expect(there.size).toBeLessThan(40)
  await database.raw.run(insert, ['afterwards', ''])
  await releaseConnections(connections)
})

test('whoever needs the transaction closed is not kept waiting by writers that share one', async () => {
  const database = await open(freshSqlite())
  const writes = Array.from({ length: 10 }, (_, index) => database.raw.run(insert, [`before-${index}`, '']))
  const forgotten = database.forgetOverwritten()
  const later = Array.from({ length: 10 }, (_, index) => database.raw.run(insert, [`after-${index}`, '']))
  expect(await forgotten).toBe(true)
  expect(await Promise.all([...writes, ...later])).toEqual(Array(20).fill(1))
})

test('deleted bytes are gone from the file and the log once overwritten bytes are forgotten', async () => {
  const url = freshSqlite()
  const database = await open(url)
  const canary = 'canary-key-bytes-4711'
  const holds = (suffix: string) => readFileSync(`${sqlitePath(url)}${suffix}`).includes(canary)
  await database.prisma.subjectKey.create({
    data: { subjectId: 's', wrapped: new TextEncoder().encode(canary), keyVersion: 1, createdAt: new Date() },
  })
  expect(holds('-wal')).toBe(true)
  await database.prisma.subjectKey.delete({ where: { subjectId: 's' } })
  expect(await database.forgetOverwritten()).toBe(true)
  expect(holds('')).toBe(false)
  expect(holds('-wal')).toBe(false)
})

test('a reader of another process that holds on to the log is reported, not ignored', async () => {
  const url = freshSqlite()
  const database = await open(url)
  await database.raw.run(`INSERT INTO meta (key, value) VALUES ('k', 'v')`)
  const other = new BetterSqlite3(sqlitePath(url))
  other.exec('BEGIN; SELECT * FROM meta')
  await database.raw.run(`INSERT INTO meta (key, value) VALUES ('l', 'v')`)
  expect(await database.forgetOverwritten()).toBe(false)
  other.exec('COMMIT')
  other.close()
  expect(await database.forgetOverwritten()).toBe(true)
})

test('a connection that forgot recursive triggers can not replace an entry either', async () => {
  const url = freshSqlite()
  const database = await open(url)
  const leaf = { seq: 0, entryId: 'a', hash: Uint8Array.of(1) }
  await database.prisma.auditLeaf.create({ data: leaf })
  const careless = new BetterSqlite3(sqlitePath(url))
  const forgeries = [
    `REPLACE INTO audit_leaf (seq, entry_id, hash) VALUES (0, 'b', 'x')`,
    `REPLACE INTO audit_leaf (seq, entry_id, hash) VALUES (9, 'a', 'x')`,
    `REPLACE INTO audit_leaf (rowid, entry_id, hash) VALUES (0, 'b', 'x')`,
  ]
  for (const sql of forgeries) expect(() => careless.exec(sql), sql).toThrow('rightsdesk:append_only')
  careless.close()
  expect(await database.prisma.auditLeaf.findMany()).toHaveLength(1)
})

test('integers keep all 64 bits and text keeps every character', async () => {
  const database = await open(`file:${freshPath()}`)
  await database.raw.run('CREATE TABLE t (n BIGINT, s TEXT, f REAL)')
  const big = [9223372036854775807n, -9223372036854775808n, 9007199254740993n]
  for (const n of big) await database.raw.run('INSERT INTO t (n, s, f) VALUES (?, ?, ?)', [n, `\u0000 zero, ${'字'.repeat(400)}`, 0.1])
  const rows = await database.raw.all<{ n: bigint; s: string; f: number }>('SELECT n, s, f FROM t')
  expect(rows.map(({ n }) => n)).toEqual(big)
  expect(rows[0]).toMatchObject({ s: `\u0000 zero, ${'字'.repeat(400)}`, f: 0.1 })
  await expect(database.raw.run('INSERT INTO t (n) VALUES (?)', [2n ** 63n])).rejects.toMatchObject({ fault: 'value_out_of_range' })
  await expect(
    database.prisma.setting.create({ data: { key: 'k', value: '', changedAt: new Date(Date.UTC(10_000, 0)), changedBy: '' } }),
  ).rejects.toMatchObject({ fault: 'value_out_of_range' })
})

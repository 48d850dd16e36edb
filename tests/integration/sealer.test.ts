import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leafHash } from '#domain/audit/entry.ts'
import { appendEntry } from '#server/db/audit-writer.ts'
import type { Database } from '#server/db/client.ts'
import { sealOnce } from '#server/sealer/seal-once.ts'
import { forEachDatabase } from '#tests/support/database.ts'

const start = Date.parse('2018-01-08T02:00:00.000Z')

/** Writes entries, `at` ms after the start, one ms apart. */
async function write(database: Database, count: number, at = 0): Promise<void> {
  await database.raw.transaction(async (queries) => {
    for (let index = 0; index < count; index += 1) {
      await appendEntry(queries, {
        event: { what: 'system.checked', data: { index } },
        outcome: 'ok',
        actor: { type: 'operator', id: 'operator' },
        at: start + at + index,
      })
    }
  })
}

interface Sealed {
  readonly seq: number
  readonly at: string
  readonly hash: Uint8Array
  readonly bytes: Uint8Array
}

/** The leaves with their entries; fails where the numbers are not 0, 1, 2 … or a hash is not its entry's. */
async function leavesOf(database: Database): Promise<Sealed[]> {
  const leaves = await database.raw.all<Sealed>(
    'SELECT l.seq AS seq, e.at AS at, l.hash AS hash, e.bytes AS bytes FROM audit_leaf l JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.seq',
  )
  expect(leaves.map(({ seq }) => seq)).toEqual(leaves.map((_, index) => index))
  for (const { hash, bytes } of leaves) expect(Buffer.from(hash).equals(leafHash(bytes))).toBe(true)
  return leaves
}

const waiting = async (database: Database) =>
  (await database.raw.all<{ n: number }>('SELECT COUNT(*) AS n FROM audit_unsealed'))[0]?.n

forEachDatabase((_kind, open) => {
  test('numbers what was written from 0 on, without gaps, in the order of time, and once', async () => {
    const database = await open()
    await write(database, 1_203)
    expect(await sealOnce(database)).toBe(1_203)
    const leaves = await leavesOf(database)
    expect(leaves).toHaveLength(1_203)
    expect(leaves.map(({ at }) => at)).toEqual(leaves.map(({ at }) => at).toSorted())
    expect(await waiting(database)).toBe(0)
    expect(await sealOnce(database)).toBe(0)
    expect(await leavesOf(database)).toHaveLength(1_203)
  })

  test('numbers an entry that was committed late, after entries that were written after it', async () => {
    const database = await open()
    await write(database, 5, 1_000)
    await sealOnce(database)
    await write(database, 1, 0)
    expect(await sealOnce(database)).toBe(1)
    expect((await leavesOf(database)).at(-1)?.at).toBe(new Date(start).toISOString())
  })

  test('takes turns with a second sealer and with writers: no number twice, none left out', async () => {
    const database = await open()
    const other = await open(database.url)
    await write(database, 700)
    const writers = [1, 2, 3].map((n) => write(database, 40, n * 10_000))
    await Promise.all([sealOnce(database), sealOnce(other), ...writers, sealOnce(other), sealOnce(database)])
    await sealOnce(database)
    expect(await leavesOf(database)).toHaveLength(820)
    expect(await waiting(database)).toBe(0)
  })

  test.each([1, 2, 3, 4, 5, 6, 8])('killed before its statement %i it loses nothing and numbers nothing twice', async (dieBefore) => {
    const database = await open()
    await write(database, 600)
    const program = join(import.meta.dirname, 'processes', 'seal-and-die.ts')
    const died = spawnSync(process.execPath, [program, database.url, String(dieBefore)], { encoding: 'utf8' })
    expect(died.signal, died.stderr).toBe('SIGKILL')
    const before = (await leavesOf(database)).length
    expect([0, 500]).toContain(before)
    expect(await waiting(database)).toBe(600 - before)
    expect(await sealOnce(database)).toBe(600 - before)
    expect(await leavesOf(database)).toHaveLength(600)
  })
})

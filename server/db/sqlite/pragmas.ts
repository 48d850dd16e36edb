import type BetterSqlite3 from 'better-sqlite3'

/** SQLite up to 3.51.2 can corrupt a WAL database that several connections use (the WAL-reset bug). */
const OLDEST_SAFE_VERSION = [3, 51, 3] as const

type Pragma = readonly [name: string, set: string, expected: number | string]

/**
 * `synchronous=FULL`: a commit is on the disk before it is acknowledged. Erasures act in other systems after
 * a commit ("the mark comes first; then the data goes"), so a commit that a power failure takes back would
 * leave an erased person without a mark. NORMAL would be faster and is refused.
 *
 * `secure_delete` overwrites what is deleted (a destroyed key must not stay in the file), `temp_store=MEMORY`
 * keeps sorted rows out of temporary files, `recursive_triggers` lets REPLACE meet the triggers against
 * deletion, `trusted_schema=OFF` keeps functions with side effects out of triggers and views of a tampered
 * file.
 */
const ON_EVERY_CONNECTION: readonly Pragma[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['temp_store', 'MEMORY', 2],
]

/**
 * `busy_timeout` is how long SQLite itself blocks, and with it the whole process, on a lock of another one. The
 * writer does not block at all: its only lock is taken at the beginning of a transaction, and it comes back for
 * it by itself (write-turns.ts). A reader meets a lock only while another process recovers the log.
 */
const BY_ROLE: Readonly<Record<'writer' | 'reader', readonly Pragma[]>> = {
  writer: [['busy_timeout', '0', 0], ['query_only', 'OFF', 0]],
  reader: [['busy_timeout', '1000', 1000], ['query_only', 'ON', 1]],
}

/**
 * Sets every pragma on a fresh connection and reads it back.
 *
 * @param role a `reader` refuses to write (`query_only`)
 * @throws Error when SQLite is too old or a pragma did not take
 */
export function applyPragmas(connection: BetterSqlite3.Database, role: 'writer' | 'reader'): void {
  assertVersion(connection)
  for (const [name, set, expected] of [...BY_ROLE[role], ...ON_EVERY_CONNECTION]) {
    connection.pragma(`${name} = ${set}`)
    const actual: unknown = connection.pragma(name, { simple: true })
    if (actual !== expected) {
      throw new Error(`SQLite refused ${name}=${set}: it stands at ${String(actual)}`)
    }
  }
}

function assertVersion(connection: BetterSqlite3.Database): void {
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of OLDEST_SAFE_VERSION.entries()) {
    const part = parts[index] ?? 0
    if (part > wanted) return
    if (part < wanted) throw new Error(`SQLite ${version} is too old: ${OLDEST_SAFE_VERSION.join('.')} is needed`)
  }
}

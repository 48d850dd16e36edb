import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseKind } from '../database-kind.ts'

/** One committed migration; `checksum` as Prisma counts it: SHA-256 of the file, hex. */
export type Migration = { name: string; sql: string; checksum: string }

/** A row of Prisma's `_prisma_migrations` that was not rolled back. */
export type AppliedMigration = { name: string; checksum: string; finished: boolean }

/** A migration can not be applied as things stand; the message says why and names no data. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** Beside the sources; a bundle has no place of its own and is told by its configuration. */
const folderBesideSources = () => join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations')

// The runner opens and ends the transaction; a script that does so itself would be applied by halves.
const OWN_TRANSACTION = /^\s*(BEGIN|COMMIT|END|ROLLBACK|START)(\s+(TRANSACTION|IMMEDIATE|EXCLUSIVE|WORK))*\s*;/im

/**
 * The committed migrations of one database, in the order of their names.
 *
 * @param folder holds `sqlite/` and `postgresql/`; the project's own by default
 */
export function readMigrations(kind: DatabaseKind, folder: string = folderBesideSources()): Migration[] {
  const ofKind = join(folder, kind)
  if (!existsSync(ofKind)) throw new MigrationError(`there are no migrations in ${ofKind}`)
  const names = readdirSync(ofKind, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return names.map((name) => {
    const sql = readFileSync(join(ofKind, name, 'migration.sql'), 'utf8')
    if (OWN_TRANSACTION.test(sql)) throw new MigrationError(`migration ${name} begins or ends a transaction itself`)
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * The first committed migration that is not applied yet.
 *
 * @throws MigrationError when the database and the committed migrations tell different stories
 */
export function nextPending(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): Migration | undefined {
  const committed = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of applied) {
    const migration = committed.get(name)
    if (migration === undefined) {
      throw new MigrationError(`the database has migration ${name}, which this version does not know`)
    }
    if (migration.checksum !== checksum) throw new MigrationError(`migration ${name} was changed after it was applied`)
    if (!finished) throw new MigrationError(`migration ${name} failed halfway; restore the backup made before it`)
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.find(({ name }) => !done.has(name))
}

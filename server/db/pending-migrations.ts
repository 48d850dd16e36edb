import type { Database } from './client.ts'
import { DatabaseError } from './errors.ts'
import { readMigrations } from './migrations/migration-files.ts'

/**
 * Names of the committed migrations that this database lacks; all of them for one that was never migrated.
 *
 * @param folder `Config.migrationsDirectory`
 */
export async function pendingMigrations({ kind, raw }: Pick<Database, 'kind' | 'raw'>, folder: string | null): Promise<string[]> {
  const committed = readMigrations(kind, folder ?? undefined).map(({ name }) => name)
  try {
    const rows = await raw.all<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const applied = new Set(rows.map(({ name }) => name))
    return committed.filter((name) => !applied.has(name))
  } catch (fault) {
    // Before the first migration the table is not there; a database that gives no answer is another matter.
    if (fault instanceof DatabaseError && fault.fault === 'fault') return committed
    throw fault
  }
}

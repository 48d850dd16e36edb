import { databaseKind } from './database-kind.ts'
import { migratePostgresql } from './migrations/migrate-postgresql.ts'
import { migrateSqlite } from './migrations/migrate-sqlite.ts'
import { readMigrations } from './migrations/migration-files.ts'

export type MigrateOptions = {
  databaseUrl: string
  /** PostgreSQL: signs in as the owner of the tables, where the application's role is another one. */
  ownerUrl?: string | null
  log: (line: string) => void
  /** Another folder than prisma/migrations: tests. */
  folder?: string
}

/**
 * Brings a database to the state of the committed migrations and puts every rule that lives in triggers
 * (append-only.ts, separation.ts) back in its place. Safe to run at every start and by several deployers at
 * once.
 *
 * @returns the names of the migrations that this call applied
 * @throws MigrationError when an applied migration was changed, is unknown, or would lose rows
 */
export async function migrate({ databaseUrl, ownerUrl, log, folder }: MigrateOptions): Promise<{ applied: string[] }> {
  const kind = databaseKind(databaseUrl)
  const migrations = readMigrations(kind, folder)
  const applied =
    kind === 'sqlite'
      ? await migrateSqlite(databaseUrl, migrations)
      : await migratePostgresql(ownerUrl ?? databaseUrl, migrations, applicationRole(databaseUrl, ownerUrl))
  for (const name of applied) log(`applied migration ${name}`)
  return { applied }
}

function applicationRole(databaseUrl: string, ownerUrl: string | null | undefined): string | null {
  if (!ownerUrl) return null
  const role = decodeURIComponent(new URL(databaseUrl).username)
  const owner = decodeURIComponent(new URL(ownerUrl).username)
  return role === '' || role === owner ? null : role
}

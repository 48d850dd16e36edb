import { container } from '../container.ts'
import { pendingMigrations } from '../db/pending-migrations.ts'
import { KeyFault } from '../keys/key-files.ts'
import { logFault } from '../log.ts'

/** Whether the desk can serve, part by part; null where a part could not be asked. */
export interface Readiness {
  readonly ready: boolean
  readonly checks: { readonly keys: boolean; readonly database: boolean | null; readonly migrations: boolean | null }
}

/** Asks the keys, the database and its migrations, each time anew. */
export async function readiness(desk = container): Promise<Readiness> {
  const open = await desk().catch((fault: unknown) => {
    logFault('ready', fault)
    return fault
  })
  if (open instanceof KeyFault) return { ready: false, checks: { keys: false, database: null, migrations: null } }
  const none: Readiness = { ready: false, checks: { keys: true, database: false, migrations: null } }
  if (typeof open !== 'object' || open === null || !('database' in open)) return none
  try {
    const { database, config } = open as Awaited<ReturnType<typeof container>>
    const migrations = (await pendingMigrations(database, config.migrationsDirectory)).length === 0
    return { ready: migrations, checks: { keys: true, database: true, migrations } }
  } catch (fault) {
    logFault('ready', fault)
    return none
  }
}

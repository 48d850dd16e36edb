import type { Principal } from '#usecases/actor.ts'
import { runDoctor, type DoctorCheck } from '#usecases/setup/run-doctor.ts'
import { AppError } from '#usecases/errors.ts'
import { ConfigError, type Config } from '../config.ts'
import { openContainer, type Container } from '../container.ts'
import { pendingMigrations } from '../db/pending-migrations.ts'
import { KeyFault, openKeyFiles } from '../keys/key-files.ts'
import { clockDifferenceMs, clocksAgree } from './clock-check.ts'

/**
 * Everything that must be right for the desk to work, a line each. What can not be looked at because something before
 * it is broken is left out: the first line that is not ok is what to mend.
 */
export async function examine(readConfig: () => Config, principal: Principal): Promise<DoctorCheck[]> {
  const checks: DoctorCheck[] = []
  const config = attempt(checks, 'config', readConfig, () => 'read and checked')
  if (config === null) return checks
  attempt(checks, 'keys', () => openKeyFiles(config.keysDirectory), (keys) => `registry generation ${keys.registryKeys().length}`)
  if (checks.some((check) => !check.ok)) return checks
  let desk: Container | null = null
  try {
    desk = await openContainer({ config })
    checks.push({ name: 'database', ok: true, detail: desk.database.kind })
    const pending = await pendingMigrations(desk.database, desk.config.migrationsDirectory)
    checks.push({ name: 'migrations', ok: pending.length === 0, detail: `${pending.length} pending` })
    if (pending.length > 0) return checks
    checks.push(await walCheck(desk))
    const difference = await clockDifferenceMs(desk)
    checks.push({ name: 'clock', ok: clocksAgree(difference), detail: `${difference} ms from the database's clock` })
    checks.push(...(await desk.query(runDoctor, {}, principal)))
  } catch (fault) {
    checks.push({ name: 'database', ok: false, detail: fault instanceof AppError ? fault.reason : 'can not be opened' })
  } finally {
    await desk?.close()
  }
  return checks
}

/** SQLite loses data without its write-ahead log; PostgreSQL always has one. */
async function walCheck({ database }: Container): Promise<DoctorCheck> {
  if (database.kind === 'postgresql') return { name: 'wal', ok: true, detail: 'postgresql' }
  const [row] = await database.raw.all<{ journal_mode: string }>('SELECT journal_mode FROM pragma_journal_mode')
  return { name: 'wal', ok: row?.journal_mode === 'wal', detail: String(row?.journal_mode) }
}

function attempt<T>(checks: DoctorCheck[], name: string, look: () => T, detail: (found: T) => string): T | null {
  try {
    const found = look()
    checks.push({ name, ok: true, detail: detail(found) })
    return found
  } catch (fault) {
    const said = fault instanceof ConfigError || fault instanceof KeyFault ? fault.message.replaceAll('\n', '; ') : 'can not be read'
    checks.push({ name, ok: false, detail: said })
    return null
  }
}

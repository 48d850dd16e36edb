import type { Config } from '#server/config.ts'
import { openContainer, type Container } from '#server/container.ts'
import { pendingMigrations } from '#server/db/pending-migrations.ts'
import { preconditionFailed } from '#usecases/errors.ts'

/** Opens the desk for a verb. @throws AppError `not_migrated`, KeyFault */
export async function openDesk(config: Config): Promise<Container> {
  const desk = await openContainer({ config })
  const pending = await pendingMigrations(desk.database, desk.config.migrationsDirectory)
  if (pending.length === 0) return desk
  await desk.close()
  throw preconditionFailed('not_migrated')
}

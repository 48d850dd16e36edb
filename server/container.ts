import { AppError } from '#usecases/errors.ts'
import { runCommand, type Command, type Runtime } from '#usecases/command.ts'
import { runQuery, type Query } from '#usecases/query.ts'
import type { Principal } from '#usecases/actor.ts'
import type { Clock } from '#usecases/ports/clock.ts'
import type { LogKits } from '#usecases/ports/log-kits.ts'
import type { Connectors } from '#usecases/ports/connectors.ts'
import type { Notifier } from '#usecases/ports/notifier.ts'
import type { Passwords } from '#usecases/ports/passwords.ts'
import type { Planner } from '#usecases/ports/planner.ts'
import { argon2Passwords } from './auth/passwords.ts'
import { movedClock, systemClock, systemIds } from './clock.ts'
import { processConfig, type Config } from './config.ts'
import { openDatabase, type Database } from './db/client.ts'
import { unitOfWork } from './db/unit-of-work.ts'
import { connectorsOver } from './erasure/connectors-over.ts'
import { plannerOver } from './erasure/planner.ts'
import { once } from './global.ts'
import { flushGateCounts } from './http/gate-counts.ts'
import { openKeyFiles } from './keys/key-files.ts'
import { SubjectKeys } from './keys/subject-keys.ts'
import { Vault } from './keys/vault.ts'
import { vaultSecrets } from './keys/vault-secrets.ts'
import { logKits } from './log/log-kits.ts'
import { notifierOver } from './notify/notifier.ts'
import { channelsFor, sendersFor } from './notify/senders.ts'

/** Everything that lives as long as the process: one database, one set of keys, one runtime. */
export interface Container {
  readonly config: Config
  readonly database: Database
  readonly vault: Vault
  readonly subjectKeys: SubjectKeys
  readonly passwords: Passwords
  readonly runtime: Runtime
  readonly planner: Planner
  readonly notifier: Notifier
  readonly connectors: Connectors
  readonly kits: LogKits
  /** The one way to write. @throws AppError */
  command<I, O>(verb: Command<I, O>, input: unknown, principal: Principal): Promise<O>
  /** The one way to read. @throws AppError */
  query<I, O>(verb: Query<I, O>, input: unknown, principal: Principal): Promise<O>
  close(): Promise<void>
}

/** What a test or a script may put in place of the process's own. */
export interface ContainerOptions {
  readonly config?: Config
  readonly clock?: Clock
}

/** Opens the database and the keys. The database must have been migrated and the keys created. */
export async function openContainer(options: ContainerOptions = {}): Promise<Container> {
  const config = options.config ?? processConfig()
  const vault = new Vault(openKeyFiles(config.keysDirectory))
  const subjectKeys = new SubjectKeys(vault)
  const database = await openDatabase({ url: config.databaseUrl })
  const clock = options.clock ?? (await clockFor(config, database))
  const runtime: Runtime = {
    clock,
    ids: systemIds,
    secrets: vaultSecrets(vault),
    channels: channelsFor(config),
    unitOfWork: unitOfWork(database, vault, subjectKeys),
  }
  const desk: Container = {
    config,
    database,
    vault,
    subjectKeys,
    passwords: argon2Passwords(),
    runtime,
    kits: logKits(database, config.dataDirectory),
    planner: plannerOver({ runtime, config, vault, database }),
    notifier: notifierOver(runtime, sendersFor(config), config.publicUrl),
    connectors: connectorsOver({ runtime, config, vault }),
    command: (verb, input, principal) => runCommand(runtime, verb, input, principal),
    query: (verb, input, principal) => runQuery(runtime, verb, input, principal),
    async close() {
      await flushGateCounts(desk)
      await database.close()
    },
  }
  return desk
}

/** A moved clock is for demos alone: on a real desk a wrong clock would run cooling-offs out (formats.md). */
async function clockFor(config: Config, database: Database): Promise<Clock> {
  if (config.clockFile === null) return systemClock
  const demo = await database.prisma.meta.findUnique({ where: { key: 'demo' } })
  if (demo?.value !== 'yes') throw new AppError('precondition_failed', 'clock_file_without_demo')
  return movedClock(config.clockFile)
}

/** The container of this process, opened at first use. A failed opening is tried again at the next use. */
export function container(): Promise<Container> {
  const slot = once<{ opened?: Promise<Container> }>('container', () => ({}))
  slot.opened ??= openContainer().catch((fault: unknown) => {
    delete slot.opened
    throw fault
  })
  return slot.opened
}

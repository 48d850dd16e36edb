import { randomUUID } from 'node:crypto'
import type { UnitOfWork } from '#usecases/ports/unit-of-work.ts'
import type { SubjectKeys } from '../keys/subject-keys.ts'
import type { Vault } from '../keys/vault.ts'
import { appendEntry } from './audit-writer.ts'
import type { Database, Tx } from './client.ts'
import { enqueueJob } from './enqueue-job.ts'
import { DatabaseError } from './errors.ts'
import type { RawQueries } from './raw.ts'
import { resolveActor } from './resolve-actor.ts'
import { storeOver } from './store.ts'

/** How often a transaction that lost a race is run again before the person hears of it. */
const attempts = 4

const lostRace = (fault: unknown) => fault instanceof DatabaseError && fault.fault === 'write_conflict'

/** Transactions over one database, each with stores, the log and the queue of jobs. */
export function unitOfWork(database: Database, vault: Vault, subjectKeys: SubjectKeys): UnitOfWork {
  const scoped = (tx: Tx, raw: RawQueries) => storeOver({ kind: database.kind, tx, raw, vault, subjectKeys })
  const reading = scoped(database.prisma, database.raw)
  return {
    async write(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await database.transaction((tx, raw) =>
            work({
              store: scoped(tx, raw),
              append: (entry) => appendEntry(raw, entry),
              enqueue: (job, at) => enqueueJob(tx, job, at, randomUUID()),
            }),
          )
        } catch (fault) {
          if (attempt < attempts && lostRace(fault)) continue
          throw fault
        }
      }
    },
    read: (work) => work(reading),
    resolveActor: (principal, now) => resolveActor(database.raw, principal, now),
  }
}

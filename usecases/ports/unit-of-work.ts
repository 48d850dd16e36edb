import type { AuditEvent, JobRequest } from '../event.ts'
import type { Actor, Principal } from '../actor.ts'
import type { Store } from './store.ts'

/** An entry to append: the event, with what only the runner knows. */
export interface EntryDraft {
  readonly event: AuditEvent
  readonly outcome: 'ok' | 'denied' | 'failed'
  readonly actor: Actor
  readonly at: number
}

/** What a transaction can do beyond the stores: append to the log and enqueue work. Built by the runner only. */
export interface WriteScope {
  readonly store: Store
  append(entry: EntryDraft): Promise<string>
  enqueue(job: JobRequest, at: number): Promise<void>
}

/** Transactions and the resolution of principals: what the two runners need of a database. */
export interface UnitOfWork {
  /** Runs `work` in one transaction; commits when it returns, rolls back when it throws. */
  write<T>(work: (scope: WriteScope) => Promise<T>): Promise<T>
  /** Reads without a transaction of its own. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>
  /** Who this is, from the rows of this moment; `nobody` for a session that ended or a revoked client. */
  resolveActor(principal: Principal, now: number): Promise<Actor>
}

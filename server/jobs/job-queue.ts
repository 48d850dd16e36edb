import type { Database } from '../db/client.ts'
import type { RawQueries } from '../db/raw.ts'

/** One claimed job. `epoch` is the fence: a worker whose lease was taken over holds an old one. */
export interface ClaimedJob {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly attempts: number
  readonly epoch: number
  readonly giveUpAt: number
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly payload: string
  readonly attempts: number
  readonly epoch: number
  readonly give_up_at: string
}

/** How long a worker may hold a job without a heartbeat, in ms; it beats at a third of this. */
export const leaseMs = 30_000

/**
 * Claims the job whose time came first, in one statement: two workers can not get the same one. A lease that ran out
 * (its worker was killed) is claimed again, with a higher epoch.
 */
export async function claimJob(database: Database, worker: string, now: number): Promise<ClaimedJob | null> {
  const skip = database.kind === 'postgresql' ? 'FOR UPDATE SKIP LOCKED' : ''
  const [row] = await database.raw.all<Row>(
    `UPDATE job SET state = 'running', epoch = epoch + 1, attempts = attempts + 1, lease_until = ?, leased_by = ?
     WHERE id = (SELECT id FROM job
                 WHERE (state = 'ready' AND run_at <= ?) OR (state = 'running' AND lease_until < ?)
                 ORDER BY run_at, id LIMIT 1 ${skip})
     RETURNING id, kind, key, payload, attempts, epoch, give_up_at`,
    [new Date(now + leaseMs), worker, new Date(now), new Date(now)],
  )
  if (row === undefined) return null
  const { give_up_at, payload, ...job } = row
  return { ...job, payload: JSON.parse(payload) as ClaimedJob['payload'], giveUpAt: Date.parse(give_up_at) }
}

/**
 * Holds on to a job; false when another worker has it by now.
 *
 * @param queries within the transaction that must not commit under a lost lease, or on a connection of its own
 */
export async function heartbeat(queries: RawQueries, job: ClaimedJob, now: number): Promise<boolean> {
  const changed = await queries.run(
    `UPDATE job SET lease_until = ? WHERE id = ? AND epoch = ? AND state = 'running'`,
    [new Date(now + leaseMs), job.id, job.epoch],
  )
  return changed === 1
}

/** Ends a job; false when another worker has it by now, and then nothing is written. */
export async function finishJob(database: Database, job: ClaimedJob, now: number): Promise<boolean> {
  const changed = await database.raw.run(
    `UPDATE job SET state = 'done', ended_at = ?, lease_until = NULL, fault = NULL WHERE id = ? AND epoch = ?`,
    [new Date(now), job.id, job.epoch],
  )
  return changed === 1
}

/** Puts a job back for another try at a later time. */
export async function putBack(database: Database, job: ClaimedJob, runAt: number, fault: string): Promise<void> {
  await database.raw.run(
    `UPDATE job SET state = 'ready', run_at = ?, lease_until = NULL, fault = ? WHERE id = ? AND epoch = ?`,
    [new Date(runAt), fault, job.id, job.epoch],
  )
}

/** Puts a job back until a time that it has to wait for: no try, no fault, as if it had not been taken up. */
export async function postpone(database: Database, job: ClaimedJob, until: number): Promise<void> {
  await database.raw.run(
    `UPDATE job SET state = 'ready', run_at = ?, lease_until = NULL, fault = NULL, attempts = attempts - 1
     WHERE id = ? AND epoch = ?`,
    [new Date(until), job.id, job.epoch],
  )
}

/** The retry span is over, or nobody knows this kind of job: a person has to look. Never a silent drop. */
export async function handToPerson(database: Database, job: ClaimedJob, now: number, fault: string): Promise<void> {
  await database.raw.run(
    `UPDATE job SET state = 'needs_person', ended_at = ?, lease_until = NULL, fault = ? WHERE id = ? AND epoch = ?`,
    [new Date(now), fault, job.id, job.epoch],
  )
}

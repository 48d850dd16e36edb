import { AppError } from '#usecases/errors.ts'
import { giveJobUp } from '#usecases/job/give-job-up.ts'
import type { Container } from '../container.ts'
import type { RawQueries } from '../db/raw.ts'
import { logFault, logLine } from '../log.ts'
import { backoffMs } from './backoff.ts'
import { claimJob, finishJob, handToPerson, heartbeat, leaseMs, postpone, putBack, type ClaimedJob } from './job-queue.ts'
import { NotYet } from './not-yet.ts'

/** What a handler is given beside its payload. */
export interface JobContext {
  readonly desk: Container
  /** Stable over every try of this job: what goes outside carries it. */
  readonly idempotencyKey: string
  readonly fence: Fence
}

/**
 * Throws `LeaseLost` when another worker has taken the job over: called right before something is changed for good,
 * with the transaction's own queries where the change is in our database.
 */
export type Fence = (queries?: RawQueries) => Promise<void>

type Payload = Readonly<Record<string, unknown>>

/** Carries out one kind of job. It may be run again after any interruption. */
export interface JobHandler {
  readonly run: (context: JobContext, payload: Payload) => Promise<void>
  /** What to write down when the retry span is over and a person has to look. */
  readonly gaveUp?: (context: JobContext, payload: Payload) => Promise<void>
}
export type JobHandlers = Readonly<Record<string, JobHandler>>

/** Another worker holds this job by now. */
export class LeaseLost extends Error {}

/** Claims and runs one job; false when none is due. */
export async function runNextJob(desk: Container, handlers: JobHandlers, worker: string): Promise<boolean> {
  const { database, runtime } = desk
  const now = () => runtime.clock.now()
  const job = await claimJob(database, worker, now())
  if (job === null) return false
  const handler = handlers[job.kind]
  if (handler === undefined) {
    await putBeforePerson(desk, job, 'unknown_kind')
    return true
  }
  const beat = setInterval(() => {
    heartbeat(database.raw, job, now()).catch((fault: unknown) => logFault('job.heartbeat', fault))
  }, leaseMs / 3)
  const fence: Fence = async (queries = database.raw) => {
    if (!(await heartbeat(queries, job, now()))) throw new LeaseLost()
  }
  const context: JobContext = { desk, idempotencyKey: job.key, fence }
  try {
    await handler.run(context, job.payload)
    await finishJob(database, job, now())
  } catch (fault) {
    if (fault instanceof NotYet) await waits(desk, job, fault)
    else if (!(fault instanceof LeaseLost)) await failed(context, handler, job, fault)
  } finally {
    clearInterval(beat)
  }
  return true
}

/** A wait that was meant costs no try, and nobody who reads the log has to wonder. */
async function waits({ database }: Container, job: ClaimedJob, { code, until }: NotYet): Promise<void> {
  logLine('job.waits', { kind: job.kind, for: code, until: new Date(until).toISOString() })
  await postpone(database, job, until)
}

/** Tries again within the retry span, then hands over to a person. */
async function failed(context: JobContext, handler: JobHandler, job: ClaimedJob, fault: unknown): Promise<void> {
  const { database, runtime } = context.desk
  const now = runtime.clock.now()
  const code = fault instanceof AppError ? `${fault.code}.${fault.reason}` : faultCode(fault)
  if (!(fault instanceof AppError)) logFault(`job.${job.kind}`, fault)
  logLine('job.failed', { kind: job.kind, attempt: job.attempts, fault: code })
  const retryAfter = fault instanceof AppError ? (fault.retryAfter ?? null) : null
  const next = now + backoffMs(job.attempts, Math.random(), retryAfter)
  // What a rule of the domain refuses will be refused again: a person has to look at once.
  const hopeless = fault instanceof AppError && (fault.code === 'precondition_failed' || fault.code === 'not_found')
  if (next < job.giveUpAt && !hopeless) return putBack(database, job, next, code)
  await handler.gaveUp?.(context, job.payload)
  await putBeforePerson(context.desk, job, code)
}

/** Becomes work for a supervisor, with an entry. The job's own row says so last: a crash before it repeats this. */
async function putBeforePerson(desk: Container, job: ClaimedJob, fault: string): Promise<void> {
  await desk.command(giveJobUp, { jobId: job.id, kind: job.kind, fault }, { kind: 'system', id: 'worker' })
  await handToPerson(desk.database, job, desk.runtime.clock.now(), fault)
  logLine('job.needs_person', { kind: job.kind, fault })
}

/** A fault's own code where it has one of ours; never its message, which may carry a value. */
function faultCode(fault: unknown): string {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''
  return /^[a-z0-9_.]{1,60}$/.test(code) ? code : 'unexpected'
}

import { advanceRequest } from '#usecases/request/advance-request.ts'
import { AppError } from '#usecases/errors.ts'
import type { Container } from '../container.ts'
import { sealOnce } from '../sealer/seal-once.ts'
import { logFault, logLine } from '../log.ts'
import { runNextJob, type JobHandlers } from './run-job.ts'

/** How long the worker rests when it found nothing to do, in ms: an entry is sealed within a second. */
const restMs = 500

/** How many requests are looked at, and jobs run, before the log is sealed again. */
const batch = 20

const worker = { kind: 'system', id: 'worker' } as const

/** One round of everything that waits for the worker; how much was done. */
export async function workOnce(desk: Container, handlers: JobHandlers, name: string): Promise<number> {
  const { runtime, database } = desk
  let done = await sealOnce(database)
  const awake = await runtime.unitOfWork.read((store) => store.requests.awake(runtime.clock.now(), batch))
  for (const requestId of awake) {
    try {
      await desk.command(advanceRequest, { requestId }, worker)
    } catch (fault) {
      // Somebody at a desk was faster: the request is looked at again in the next round.
      if (!(fault instanceof AppError) || fault.code !== 'conflict') throw fault
    }
    done += 1
  }
  for (let ran = 0; ran < batch && (await runNextJob(desk, handlers, name)); ran += 1) done += 1
  return done
}

/** Works until nothing is due: for tests and the demo's story. @throws Error when it never comes to rest */
export async function workUntilIdle(desk: Container, handlers: JobHandlers, rounds = 500): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    if ((await workOnce(desk, handlers, 'until-idle')) === 0) return
  }
  throw new Error('the worker did not come to rest')
}

/** Works until it is told to stop; a fault costs one round, never the worker. */
export async function workLoop(desk: Container, handlers: JobHandlers, name: string, stop: AbortSignal): Promise<void> {
  logLine('worker.started')
  while (!stop.aborted) {
    let done = 0
    try {
      done = await workOnce(desk, handlers, name)
    } catch (fault) {
      logFault('worker.round', fault)
    }
    if (done === 0) await rest(restMs, stop)
  }
  logLine('worker.stopped')
}

const rest = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) return resolve()
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
    stop.addEventListener('abort', done)
  })

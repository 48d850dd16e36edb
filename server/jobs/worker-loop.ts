import type { Container } from '../container.ts'
import { sealOnce } from '../sealer/seal-once.ts'
import { logFault, logLine } from '../log.ts'
import { advanceDue } from './advance-due.ts'
import { runNextJob, type JobHandlers } from './run-job.ts'
import { upkeep, upkeepEveryMs } from './upkeep.ts'

/** How long a lane rests when it found nothing to do, in ms: an entry is sealed within a second. */
const restMs = 400

/**
 * Jobs that run side by side: a system that takes its time must not keep a one-time code waiting. Each is claimed by
 * one lane alone.
 */
const lanes = 3

/** Works until nothing is due: for tests and the demo's story. @throws Error when it never comes to rest */
export async function workUntilIdle(desk: Container, handlers: JobHandlers, rounds = 1_000): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const sealed = await sealOnce(desk.database)
    const advanced = await advanceDue(desk)
    if (!(await runNextJob(desk, handlers, 'until-idle')) && sealed + advanced === 0) return
  }
  throw new Error('the worker did not come to rest')
}

/**
 * Works until it is told to stop: seals the log, looks at requests whose clock ran out, runs jobs, and tidies up, each
 * in a lane of its own. A fault costs one turn, never the worker. What runs when it is told to stop is finished first.
 */
export async function workLoop(desk: Container, handlers: JobHandlers, name: string, stop: AbortSignal): Promise<void> {
  logLine('worker.started')
  await Promise.all([
    lane('seal', () => sealOnce(desk.database), stop),
    lane('clocks', () => advanceDue(desk), stop),
    lane('upkeep', () => upkeep(desk), stop, upkeepEveryMs),
    ...Array.from({ length: lanes }, (_, index) =>
      lane('jobs', async () => Number(await runNextJob(desk, handlers, `${name}-${index + 1}`)), stop),
    ),
  ])
  logLine('worker.stopped')
}

/** Turn after turn; a rest follows a turn that found nothing to do, or failed. */
async function lane(what: string, turn: () => Promise<number>, stop: AbortSignal, pauseMs = restMs): Promise<void> {
  while (!stop.aborted) {
    let done = 0
    try {
      done = await turn()
    } catch (fault) {
      logFault(`worker.${what}`, fault)
    }
    if (done === 0) await rest(pauseMs, stop)
  }
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

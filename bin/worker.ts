import { hostname } from 'node:os'
import { problemOf } from './cli/problem.ts'
import { openDesk } from './cli/open-desk.ts'
import { processConfig } from '#server/config.ts'
import { jobHandlers } from '#server/jobs/handlers.ts'
import { workLoop } from '#server/jobs/worker-loop.ts'

/**
 * The worker as a process of its own: seals the log, carries out jobs, looks after clocks. SIGTERM and SIGINT let what
 * runs come to its end; killed without a word it loses nothing either, and whoever comes next goes on.
 */
const stop = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())

try {
  const desk = await openDesk(processConfig())
  try {
    await workLoop(desk, jobHandlers, `${hostname()}-${process.pid}`, stop.signal)
  } finally {
    await desk.close()
  }
} catch (fault) {
  process.stderr.write(`${problemOf('worker', fault).message}\n`)
  process.exitCode = 1
}

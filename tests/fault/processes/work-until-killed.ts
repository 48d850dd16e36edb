// Run as a process of its own, with the desk's environment: works at each of the given moments until nothing is due,
// and ends itself by SIGKILL right before (or after) its n-th statement in any database. Prints how many it made.
//
//   work-until-killed.ts <n, 0: never> <before|after> <moment, epoch ms> …
import Database from 'better-sqlite3'
import pg from 'pg'
import { ManualClock } from '#server/clock.ts'
import { processConfig } from '#server/config.ts'
import { openContainer } from '#server/container.ts'
import { jobHandlers } from '#server/jobs/handlers.ts'
import { workUntilIdle } from '#server/jobs/worker-loop.ts'

const [nth = '0', when = 'before', ...moments] = process.argv.slice(2)
let made = 0

function counted<T>(statement: () => T): T {
  made += 1
  const last = made === Number(nth)
  if (last && when === 'before') process.kill(process.pid, 'SIGKILL')
  const result = statement()
  // What was sent to a server is on its way, whether it has answered or not.
  if (last) process.kill(process.pid, 'SIGKILL')
  return result
}

/** Puts the counter around one method of a driver: what it does is left as it is. */
function count(prototype: object, method: string): void {
  const original = Reflect.get(prototype, method) as (...args: unknown[]) => unknown
  Reflect.set(prototype, method, function (this: unknown, ...args: unknown[]) {
    return counted(() => Reflect.apply(original, this, args))
  })
}

const probe = new Database(':memory:')
const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as object
for (const method of ['run', 'all', 'get']) count(statements, method)
count(Database.prototype, 'exec')
probe.close()
count(pg.Client.prototype, 'query')

const clock = new ManualClock(Number(moments[0]))
const desk = await openContainer({ config: processConfig(), clock })
for (const moment of moments) {
  clock.set(Number(moment))
  await workUntilIdle(desk, jobHandlers)
}
await desk.close()
process.stdout.write(`${made}\n`)

import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaseMs } from '#server/jobs/job-queue.ts'
import type { CrashDesk, Customer, Verdict } from './crash-desk.ts'

const day = 86_400_000

/** Where a worker is killed: right before or after its n-th statement; 0 is never. */
export interface Kill {
  readonly nth: number
  readonly when: 'before' | 'after'
}

/** A small generator of numbers in [0, 1) that is the same for a seed everywhere (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Works off everything that is due now and a day later in a process of its own.
 *
 * @returns how many statements it made, or null when it was killed
 */
export function workInProcess({ desk, clock }: CrashDesk, { nth, when }: Kill): Promise<number | null> {
  const { config } = desk
  const moments = [clock.now(), clock.now() + day + 60_000]
  const args = ['tests/fault/processes/work-until-killed.ts', String(nth), when, ...moments.map(String)]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      // The first worker, which nobody kills, leaves what it compiled to those that are.
      NODE_COMPILE_CACHE: join(tmpdir(), 'rightsdesk-compile-cache'),
      DATABASE_URL: config.databaseUrl,
      RIGHTSDESK_DATA: config.dataDirectory,
      RIGHTSDESK_KEYS: config.keysDirectory,
      RIGHTSDESK_SYSTEMS: config.systemsDirectory,
    },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(null)
      else if (code === 0) resolve(Number(said))
      else reject(new Error(`the worker ended with code ${code}`))
    })
  })
}

/** What one killed worker left, and what the next one made of it. */
export interface KilledRun {
  readonly customer: Customer
  readonly statements: number | null
  readonly seen: { erased: boolean; marked: boolean }
  readonly verdict: Verdict
}

/** One customer's deletion, whose worker is killed; another worker takes over once the lease has run out. */
export async function killOnce(desk: CrashDesk, kill: Kill): Promise<KilledRun> {
  const customer = await desk.another()
  desk.clock.advance(7 * day)
  const statements = await workInProcess(desk, kill)
  const seen = await desk.seen(customer)
  await desk.work(leaseMs + 1)
  await desk.work(day + 60_000)
  if ((await desk.stateOf(customer.caseCode)) !== 'completed') await desk.work(day)
  return { customer, statements, seen, verdict: await desk.verdict(customer) }
}

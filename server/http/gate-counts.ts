import type { Container } from '../container.ts'
import { toDate } from '../db/time.ts'
import { once } from '../global.ts'
import { logFault } from '../log.ts'

const everyMs = 1_000
const minuteMs = 60_000

interface Counts {
  readonly byKey: Map<string, { clientId: string; service: string; allowed: number }>
  timer: NodeJS.Timeout | null
}

const countsOf = (desk: Container): Counts => {
  const all = once('gate-counts', () => new WeakMap<Container, Counts>())
  const known = all.get(desk)
  if (known !== undefined) return known
  const made: Counts = { byKey: new Map(), timer: null }
  all.set(desk, made)
  return made
}

/**
 * Counts allowed answers of a client for a service. They are added up here and written each second, since a write a
 * question would make the gate wait for every other writer; a crash loses a second of counts, never a refusal.
 */
export function countAllowed(desk: Container, clientId: string, service: string, allowed: number): void {
  if (allowed === 0) return
  const counts = countsOf(desk)
  const key = `${clientId}\u001f${service}`
  const sum = counts.byKey.get(key)
  if (sum === undefined) counts.byKey.set(key, { clientId, service, allowed })
  else sum.allowed += allowed
  if (counts.timer !== null) return
  counts.timer = setTimeout(() => void flushGateCounts(desk), everyMs)
  counts.timer.unref()
  flushAtEnd(desk)
}

/**
 * Writes what was counted, under the minute of this moment: a minute that has passed never grows any more, so the
 * worker can put it into the log. What can not be written now is kept for the next time.
 */
export async function flushGateCounts(desk: Container): Promise<void> {
  const counts = countsOf(desk)
  if (counts.timer !== null) clearTimeout(counts.timer)
  counts.timer = null
  const taken = [...counts.byKey.values()]
  counts.byKey.clear()
  if (taken.length === 0) return
  const now = desk.runtime.clock.now()
  const minute = toDate(now - (now % minuteMs))
  try {
    await desk.database.raw.runMany(
      `INSERT INTO gate_count (client_id, service_key, minute, allowed) VALUES (?, ?, ?, ?)
       ON CONFLICT (client_id, service_key, minute) DO UPDATE SET allowed = gate_count.allowed + excluded.allowed`,
      taken.map((one) => [one.clientId, one.service, minute, one.allowed]),
    )
  } catch (fault) {
    logFault('gate-counts', fault)
    for (const one of taken) countAllowed(desk, one.clientId, one.service, one.allowed)
  }
}

/** The server's own handler ends the process after its last answer; this one only writes what was counted. */
function flushAtEnd(desk: Container): void {
  const ends = once('gate-counts-end', () => new WeakSet<Container>())
  // Alone it would keep a process alive that a signal should end.
  if (ends.has(desk) || process.listenerCount('SIGTERM') === 0) return
  ends.add(desk)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void flushGateCounts(desk))
}

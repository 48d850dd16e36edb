import { endExpired } from '#usecases/expiry/end-expired.ts'
import { keptSince } from '#usecases/expiry/kept-since.ts'
import { logGateCounts } from '#usecases/gate/log-gate-counts.ts'
import { workerSeenEveryMs, workerSeenKey } from '#usecases/setup/late.ts'
import { sweepPresence } from '../db/presence.ts'
import type { Container } from '../container.ts'

/** How often what is past its date ends, and the worker says that it is alive, in ms. */
export const upkeepEveryMs = workerSeenEveryMs

const worker = { kind: 'system', id: 'worker' } as const

/** A sign of life, what the gate counted, and the end of what is past its date. @returns how many rows that were */
export async function upkeep(desk: Container): Promise<number> {
  const { database, runtime } = desk
  const now = runtime.clock.now()
  const seen = { key: workerSeenKey, value: new Date(now).toISOString() }
  await database.prisma.meta.upsert({ where: { key: workerSeenKey }, create: seen, update: seen })
  await sweepPresence(database.raw, now)
  const { written } = await logGateCounts.run(desk, {}, worker)
  // Asked first, so that an entry is written only where something ends.
  const past = await runtime.unitOfWork.read(async (store) =>
    store.expiry.past({ now, callsSince: await keptSince(store, now) }),
  )
  if (Object.values(past).every((rows) => rows === 0)) return written
  const ended = await desk.command(endExpired, {}, worker)
  return Object.values(ended).reduce((sum, rows) => sum + rows, written)
}

import { endAtOnce, endKept } from '#usecases/expiry/end-kept.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { keptSince } from '#usecases/expiry/kept-since.ts'
import { logGateCounts } from '#usecases/gate/log-gate-counts.ts'
import { AppError } from '#usecases/errors.ts'
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
  return written + (await endPast(desk, now)) + (await endOver(desk, now))
}

const sum = (counts: object) =>
  Object.values(counts as Readonly<Record<string, number>>).reduce((all, rows) => all + rows, 0)

/** What has a date of its own. Asked first, so that an entry is written only where something ends. */
async function endPast(desk: Container, now: number): Promise<number> {
  const past = await desk.runtime.unitOfWork.read(async (store) =>
    store.expiry.past({ now, callsSince: await keptSince(store, now) }),
  )
  return sum(past) === 0 ? 0 : sum(await desk.command(endExpired, {}, worker))
}

/** Calls, notes and cases whose months are over; some of them at a time, the others in the next turn. */
async function endOver(desk: Container, now: number): Promise<number> {
  const over = await desk.runtime.unitOfWork.read(async (store) =>
    store.kept.over(await keptSince(store, now), endAtOnce),
  )
  if (Object.values(over).every((rows: readonly unknown[]) => rows.length === 0)) return 0
  try {
    return sum(await desk.command(endKept, {}, worker))
  } catch (fault) {
    // Somebody did something about one of the cases meanwhile: the next turn asks anew.
    if (!(fault instanceof AppError) || fault.code !== 'conflict') throw fault
    return 0
  }
}

import type { Container } from '../container.ts'

/** Clocks this far apart give events an order that never was. */
const allowedMs = 5_000

/** How far our clock is from the database's, in ms; 0 on SQLite, which has none of its own. */
export async function clockDifferenceMs({ database, runtime }: Container): Promise<number> {
  if (database.kind === 'sqlite') return 0
  const [row] = await database.raw.all<{ ms: number }>('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms')
  return Math.abs(Number(row?.ms ?? 0) - runtime.clock.now())
}

export const clocksAgree = (differenceMs: number): boolean => differenceMs <= allowedMs

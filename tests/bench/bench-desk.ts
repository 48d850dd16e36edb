import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Principal } from '#usecases/actor.ts'
import { readConfig } from '#server/config.ts'
import { openContainer, type Container } from '#server/container.ts'
import { migrate } from '#server/db/migrate.ts'
import { PeopleWrites } from '#server/import/people-writes.ts'
import { createKeyFiles } from '#server/keys/key-files.ts'

/** A desk of the benchmarks' own, with people in it and an agent who is signed in. */
export interface BenchDesk {
  readonly desk: Container
  readonly folder: string
  readonly agent: Principal
  readonly sessionId: string
  close(): Promise<void>
}

/** The phone of the n-th invented person. */
export const phoneOf = (n: number): string => `+86139${String(n).padStart(8, '0')}`

/**
 * Opens a desk with `people` invented people.
 *
 * @param url  of an empty database; without one, a SQLite file of the desk's own
 */
export async function openBenchDesk(people: number, url?: string): Promise<BenchDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-bench-'))
  // Also when a run is broken off: a million people are a gigabyte.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  createKeyFiles(join(folder, 'keys'))
  mkdirSync(join(folder, 'data', 'systems'), { recursive: true })
  const databaseUrl = url ?? `file:${join(folder, 'data', 'rightsdesk.db')}`
  await migrate({ databaseUrl, log: () => undefined })
  const desk = await openContainer({
    config: readConfig({
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      RIGHTSDESK_DATA: join(folder, 'data'),
      RIGHTSDESK_KEYS: join(folder, 'keys'),
      RIGHTSDESK_BENCH: '1',
    }),
  })
  await fill(desk, people)
  const now = Date.now()
  const [id, sessionId] = [crypto.randomUUID(), crypto.randomUUID()]
  await desk.runtime.unitOfWork.write(async ({ store }) => {
    await store.staff.add({
      id, humanRef: 'A-1', email: 'agent@example.org', displayName: 'A-1', role: 'agent', status: 'active', locale: 'en',
      mayDecideFrom: null, createdAt: now, createdBy: 'bench', version: 1, passwordHash: 'none',
    })
    const endsAt = now + 86_400_000
    await store.staff.openSession({
      id: sessionId, staffId: id, createdAt: now, lastSeenAt: now, endsAt, revokedAt: null,
    })
  })
  return {
    desk,
    folder,
    agent: { kind: 'session', sessionId, via: 'post' },
    sessionId,
    async close() {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function fill(desk: Container, people: number): Promise<void> {
  const batch = 1_000
  for (let from = 0; from < people; from += batch) {
    const writes = new PeopleWrites(desk.vault, Date.now())
    for (let n = from; n < Math.min(people, from + batch); n += 1) {
      writes.add({
        externalId: `acc-${n}`,
        identifiers: { phone: phoneOf(n), email: `person${n}@example.org` },
        name: `Person ${n}`,
        locale: 'zh-CN',
        jurisdiction: 'CN',
        // Long enough ago that nothing speaks against their contacts.
        registeredAt: Date.now() - 400 * 86_400_000,
        hasIdentifier: true,
      })
    }
    await desk.database.raw.transaction((queries) => writes.send(queries))
    if (from % 100_000 === 0 && from > 0) process.stderr.write(`  ${from} people\n`)
  }
  await desk.database.forgetOverwritten()
  // What PostgreSQL would do by itself within minutes, in the middle of the measuring.
  if (desk.database.kind === 'postgresql') await desk.database.raw.run('VACUUM ANALYZE')
}

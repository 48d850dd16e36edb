import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#domain/access/policy.ts'
import type { Principal } from '#usecases/actor.ts'
import { ManualClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { openContainer, type Container } from '#server/container.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { storeOver } from '#server/db/store.ts'
import { createKeyFiles } from '#server/keys/key-files.ts'
import { afterFile, folderOfFile } from './after-file.ts'
import { freshUrl } from './database.ts'

/** A morning in the case's own month. */
export const storyStart = Date.parse('2018-01-08T02:00:00.000Z')

/** A desk of a test's own: a database, keys, a clock that stands, and one log-in of each role. */
export interface TestDesk {
  readonly desk: Container
  readonly clock: ManualClock
  readonly directory: string
  /** A signed-in member of staff, asking by POST. `name` tells several of one role apart. */
  as(role: Role, name?: string): Promise<Principal>
  /** The staff row's id and personnel number behind `as`. */
  staffOf(role: Role, name?: string): Promise<{ id: string; humanRef: string }>
}

/** Opens a desk over a fresh database of this kind. It is closed when the test file ends. */
export async function openTestDesk(kind: DatabaseKind = 'sqlite', now = storyStart): Promise<TestDesk> {
  const directory = folderOfFile('rightsdesk-desk-')
  const keys = join(directory, 'keys')
  createKeyFiles(keys)
  const systems = join(directory, 'data', 'systems')
  mkdirSync(systems, { recursive: true })
  const clock = new ManualClock(now)
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: await freshUrl(kind),
    RIGHTSDESK_DATA: join(directory, 'data'),
    RIGHTSDESK_KEYS: keys,
    RIGHTSDESK_SYSTEMS: systems,
  })
  const desk = await openContainer({ config, clock })
  afterFile(() => desk.close())

  const staff = new Map<string, { id: string; humanRef: string; sessionId: string }>()
  async function member(role: Role, name: string) {
    const key = `${role} ${name}`
    const known = staff.get(key)
    if (known !== undefined) return known
    const made = { id: crypto.randomUUID(), humanRef: `${role.slice(0, 2).toUpperCase()}-${name}`, sessionId: crypto.randomUUID() }
    const at = clock.now()
    await desk.database.transaction(async (tx, raw) => {
      const { vault, subjectKeys } = desk
      const store = storeOver({ kind: desk.database.kind, tx, raw, vault, subjectKeys })
      await store.staff.add({
        id: made.id,
        humanRef: made.humanRef,
        email: `${made.humanRef.toLowerCase()}@example.org`,
        displayName: made.humanRef,
        role,
        status: 'active',
        locale: 'en',
        mayDecideFrom: role === 'supervisor' ? at : null,
        createdAt: at,
        createdBy: 'test',
        version: 1,
        passwordHash: 'no password: this log-in has a session of its own',
      })
      // Far beyond any story: tests of the limits open their own sessions.
      const endsAt = at + 10 * 365 * 86_400_000
      await store.staff.openSession({
        id: made.sessionId, staffId: made.id, createdAt: at, lastSeenAt: at, endsAt, revokedAt: null,
      })
    })
    staff.set(key, made)
    return made
  }

  return {
    desk,
    clock,
    directory,
    async as(role, name = '1') {
      const { sessionId } = await member(role, name)
      // A story jumps over days: whoever acts next has just been seen.
      const data = { lastSeenAt: new Date(clock.now()) }
      await desk.database.prisma.staffSession.update({ where: { id: sessionId }, data })
      return { kind: 'session', sessionId, via: 'post' }
    },
    staffOf: async (role, name = '1') => member(role, name),
  }
}

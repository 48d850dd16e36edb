import type { Actor, Principal } from '#usecases/actor.ts'
import { isRole } from '#domain/access/actor-kinds.ts'
import { settingMs, settingsFrom } from '#domain/settings/settings.ts'
import type { Database, Tx } from './client.ts'
import type { RawQueries } from './raw.ts'
import { toDate, toMs, toMsOrNull } from './time.ts'

const nobody: Actor = { type: 'nobody', id: 'nobody' }

/** A session's last-seen is written at most this often: each write would cost more than the read it rides on. */
const touchEveryMs = 60_000

/**
 * Who this is by the rows of this moment. A session that was revoked, idle too long or past its end, a disabled
 * login and a revoked client are nobody.
 */
export async function resolveActor(
  { prisma, raw }: Pick<Database, 'prisma' | 'raw'>,
  principal: Principal,
  now: number,
): Promise<Actor> {
  switch (principal.kind) {
    case 'session':
      return staffBySession(prisma, principal.sessionId, now)
    case 'client':
      return clientById(raw, principal.clientId)
    case 'system':
      return { type: 'system', id: principal.id }
    case 'operator':
      return { type: 'operator', id: 'operator' }
    case 'nobody':
      return nobody
  }
}

async function staffBySession(tx: Tx, sessionId: string, now: number): Promise<Actor> {
  const row = await tx.staffSession.findUnique({ where: { id: sessionId }, include: { staff: true } })
  if (row === null || row.revokedAt !== null || row.staff.status !== 'active') return nobody
  if (toMs(row.endsAt) <= now || toMs(row.lastSeenAt) + (await idleLimit(tx)) <= now) return nobody
  if (!isRole(row.staff.role)) return nobody
  if (now - toMs(row.lastSeenAt) > touchEveryMs) {
    await tx.staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: toDate(now) } })
  }
  return {
    type: 'staff',
    id: row.staff.id,
    humanRef: row.staff.humanRef,
    displayName: row.staff.displayName,
    role: row.staff.role,
    locale: row.staff.locale,
    sessionId,
    mayDecideFrom: toMsOrNull(row.staff.mayDecideFrom),
  }
}

async function idleLimit(tx: Tx): Promise<number> {
  const row = await tx.setting.findUnique({ where: { key: 'session_idle_minutes' } })
  return settingMs(settingsFrom(row === null ? [] : [row]), 'session_idle_minutes')
}

/** By a prepared statement: the gate asks for a client with every question. */
async function clientById(raw: RawQueries, id: string): Promise<Actor> {
  const [row] = await raw.all<{ id: string; name: string; scopes: string; max_assurance: number }>(
    'SELECT id, name, scopes, max_assurance FROM api_client WHERE id = ? AND revoked_at IS NULL',
    [id],
  )
  if (row === undefined) return nobody
  return {
    type: 'client',
    id: row.id,
    name: row.name,
    scopes: row.scopes.split(' ').filter(Boolean),
    maxAssurance: row.max_assurance,
  }
}

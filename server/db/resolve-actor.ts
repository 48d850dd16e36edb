import type { Actor, Principal } from '#usecases/actor.ts'
import { isRole } from '#domain/access/actor-kinds.ts'
import { settingMs, settingsFrom } from '#domain/settings/settings.ts'
import type { RawQueries } from './raw.ts'
import { toDate } from './time.ts'

const nobody: Actor = { type: 'nobody', id: 'nobody' }

/** A session's last-seen is written at most this often: each write would cost more than the read it rides on. */
const touchEveryMs = 60_000

/**
 * Who this is by the rows of this moment. A session that was revoked, idle too long or past its end, a disabled
 * login and a revoked client are nobody.
 */
export async function resolveActor(raw: RawQueries, principal: Principal, now: number): Promise<Actor> {
  switch (principal.kind) {
    case 'session':
      return staffBySession(raw, principal, now)
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

interface SessionRow {
  readonly last_seen_at: string
  readonly ends_at: string
  readonly id: string
  readonly human_ref: string
  readonly display_name: string
  readonly role: string
  readonly locale: string
  readonly may_decide_from: string | null
  readonly idle: string | null
}

/** One prepared statement: every command and every page begins with it. */
async function staffBySession(
  raw: RawQueries, { sessionId, via }: Extract<Principal, { kind: 'session' }>, now: number,
): Promise<Actor> {
  const [row] = await raw.all<SessionRow>(
    `SELECT s.last_seen_at, s.ends_at, m.id, m.human_ref, m.display_name, m.role, m.locale, m.may_decide_from,
            (SELECT value FROM setting WHERE key = 'session_idle_minutes') AS idle
     FROM staff_session s JOIN staff m ON m.id = s.staff_id
     WHERE s.id = ? AND s.revoked_at IS NULL AND m.status = 'active'`,
    [sessionId],
  )
  if (row === undefined || !isRole(row.role)) return nobody
  const lastSeenAt = Date.parse(row.last_seen_at)
  if (Date.parse(row.ends_at) <= now || lastSeenAt + idleLimit(row.idle) <= now) return nobody
  if (via !== 'pulse' && now - lastSeenAt > touchEveryMs) {
    await raw.run('UPDATE staff_session SET last_seen_at = ? WHERE id = ? AND revoked_at IS NULL', [toDate(now), sessionId])
  }
  return {
    type: 'staff',
    id: row.id,
    humanRef: row.human_ref,
    displayName: row.display_name,
    role: row.role,
    locale: row.locale,
    sessionId,
    mayDecideFrom: row.may_decide_from === null ? null : Date.parse(row.may_decide_from),
  }
}

const idleLimit = (changed: string | null): number =>
  settingMs(settingsFrom(changed === null ? [] : [{ key: 'session_idle_minutes', value: changed }]), 'session_idle_minutes')

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

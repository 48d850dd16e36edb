import { timingSafeEqual } from 'node:crypto'
import { apiSecretSha256, parseApiKey } from '#domain/access/api-key.ts'
import { notAllowed } from '#usecases/errors.ts'
import type { Container } from '../container.ts'
import { toDate } from '../db/time.ts'
import { takePoints } from './rate-limit.ts'

/** Who sent a request, as far as the key proves it. Role and scopes are the runner's matter. */
export interface Caller {
  readonly clientId: string
  readonly ratePerMinute: number
}

interface ClientRow {
  secret_sha256: Uint8Array
  rate_per_minute: number
  revoked_at: string | null
  last_used_at: string | null
}

const touchEveryMs = 60_000
const recordedPerMinute = 10

/**
 * The client behind `Authorization: Bearer <id>.<secret>`, read from its row each time: a revoked client is nobody at
 * once. Nothing else of the request counts; cookies are never read.
 *
 * @throws NotAllowed `sign_in_needed`
 */
export async function authenticate(desk: Container, request: Request): Promise<Caller> {
  const sent = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const key = sent === undefined ? null : parseApiKey(sent)
  if (key === null) throw notAllowed('sign_in_needed')
  const [row] = await desk.database.raw.all<ClientRow>(
    'SELECT secret_sha256, rate_per_minute, revoked_at, last_used_at FROM api_client WHERE id = ?',
    [key.clientId],
  )
  const given = apiSecretSha256(key.secret)
  const stored = row === undefined ? new Uint8Array(given.length) : new Uint8Array(row.secret_sha256)
  const right = timingSafeEqual(given, stored)
  if (row === undefined || !right || row.revoked_at !== null) {
    if (row !== undefined) await recordRefused(desk, key.clientId, right)
    throw notAllowed('sign_in_needed')
  }
  const now = desk.runtime.clock.now()
  if (row.last_used_at === null || now - Date.parse(row.last_used_at) > touchEveryMs) {
    await desk.database.raw.run('UPDATE api_client SET last_used_at = ? WHERE id = ?', [toDate(now), key.clientId])
  }
  return { clientId: key.clientId, ratePerMinute: row.rate_per_minute }
}

/** A known client's wrong or revoked key is a refused attempt worth an entry, but no way to flood the log. */
async function recordRefused({ runtime }: Container, clientId: string, right: boolean): Promise<void> {
  if ((await takePoints(`refused:${clientId}`, 1, recordedPerMinute)) !== null) return
  const data = { command: 'api.authenticate', client: clientId, reason: right ? 'client_revoked' : 'wrong_key' }
  await runtime.unitOfWork.write((scope) =>
    scope.append({
      actor: { type: 'nobody', id: 'nobody' },
      at: runtime.clock.now(),
      outcome: 'denied',
      event: { what: 'command.denied', data },
    }),
  )
}

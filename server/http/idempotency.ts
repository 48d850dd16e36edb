import { createHash } from 'node:crypto'
import type { RawDatabase } from '../db/raw.ts'
import { toDate } from '../db/time.ts'
import { HttpProblem } from './problem.ts'

const keptMs = 24 * 3_600_000
/** After this long without an answer the first request is taken for dead. */
const abandonedMs = 60_000

const usable = /^[\x21-\x7e]{1,200}$/

interface KeyRow {
  request_sha256: string
  response_status: number | null
  response_body: string | null
  created_at: string
  expires_at: string
}

/** An answer that was given under a key. */
export interface KeptAnswer {
  readonly status: number
  readonly body: string
}

export interface Keyed {
  readonly clientId: string
  readonly key: string
  /** SHA-256 of method, path and body. */
  readonly sha256: string
}

/** The key of a request, or null when it brings none. @throws HttpProblem */
export function keyOf(request: Request, clientId: string, body: Uint8Array): Keyed | null {
  const key = request.headers.get('idempotency-key')
  if (key === null) return null
  if (!usable.test(key)) throw new HttpProblem(400, 'idempotency-key-unusable')
  const hash = createHash('sha256').update(`${request.method} ${new URL(request.url).pathname}\n`).update(body)
  return { clientId, key, sha256: hash.digest('hex') }
}

/**
 * Claims a key, scoped to the client, for 24 hours. Answers the first answer again where there is one.
 *
 * @throws HttpProblem 409 for another request under the key, or the same one still in flight
 */
export async function claimKey(raw: RawDatabase, keyed: Keyed, now: number): Promise<KeptAnswer | null> {
  const at = toDate(now)
  const where = [keyed.clientId, keyed.key] as const
  await raw.run('DELETE FROM idempotency_key WHERE client_id = ? AND key = ? AND expires_at <= ?', [...where, at])
  const claimed = await raw.run(
    `INSERT INTO idempotency_key (client_id, key, request_sha256, created_at, expires_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (client_id, key) DO NOTHING`,
    [...where, keyed.sha256, at, toDate(now + keptMs)],
  )
  if (claimed === 1) return null
  const [row] = await raw.all<KeyRow>(
    `SELECT request_sha256, response_status, response_body, created_at, expires_at FROM idempotency_key
     WHERE client_id = ? AND key = ?`,
    where,
  )
  if (row === undefined) throw new HttpProblem(409, 'idempotency-key-in-flight', { retryAfter: 1 })
  if (row.request_sha256 !== keyed.sha256) throw new HttpProblem(409, 'idempotency-key-reused')
  if (row.response_status !== null) return { status: row.response_status, body: row.response_body ?? '' }
  const begun = Date.parse(row.created_at)
  const taken =
    now - begun > abandonedMs &&
    (await raw.run(
      `UPDATE idempotency_key SET created_at = ?
       WHERE client_id = ? AND key = ? AND created_at = ? AND response_status IS NULL`,
      [at, ...where, toDate(begun)],
    )) === 1
  if (!taken) throw new HttpProblem(409, 'idempotency-key-in-flight', { retryAfter: 1 })
  return null
}

/** Keeps the answer for the same request again. */
export async function keepAnswer(
  raw: RawDatabase,
  { clientId, key }: Keyed,
  status: number,
  body: string,
): Promise<void> {
  await raw.run(
    'UPDATE idempotency_key SET response_status = ?, response_body = ? WHERE client_id = ? AND key = ?',
    [status, body, clientId, key],
  )
}

/** Gives a key back: what failed on our side may be sent again under it. */
export async function releaseKey(raw: RawDatabase, { clientId, key }: Keyed): Promise<void> {
  await raw.run('DELETE FROM idempotency_key WHERE client_id = ? AND key = ? AND response_status IS NULL', [clientId, key])
}

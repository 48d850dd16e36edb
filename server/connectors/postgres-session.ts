import pg from 'pg'
import type { Cell, Row } from '#domain/erasure/cell.ts'
import { ConnectorFault, type ConnectorFaultCode } from './connector-fault.ts'
import { postgresFacts, postgresFactsSql } from './postgres-facts.ts'
import { postgresDialect } from './sql-dialect.ts'
import type { SqlSession } from './sql-session.ts'

export interface PostgresPlace {
  readonly url: string
  /** How the socket is made, where it must not be pg's own way (one dialer for all that goes out). */
  readonly stream?: pg.ClientConfig['stream']
  /** Milliseconds after which a statement is given up. */
  readonly statementTimeout: number
}

/** Every value as the text that PostgreSQL prints: no date, number or 64-bit integer is bent on its way. */
const asText: pg.CustomTypesConfig = { getTypeParser: () => (value: unknown) => value }

/**
 * Connects to a system's PostgreSQL.
 *
 * @throws ConnectorFault
 */
export async function openPostgresSession(place: PostgresPlace): Promise<SqlSession> {
  const client = new pg.Client({
    connectionString: place.url,
    ...(place.stream === undefined ? {} : { stream: place.stream }),
    types: asText,
    application_name: 'rightsdesk',
    connectionTimeoutMillis: 10_000,
    statement_timeout: place.statementTimeout,
    // A worker that was killed in the middle must not leave rows locked for the operator.
    idle_in_transaction_session_timeout: place.statementTimeout,
    lock_timeout: Math.min(10_000, place.statementTimeout),
  })
  // Between statements a lost connection is reported here; the next statement fails and says so.
  client.on('error', () => {})
  await guarded(null, () => client.connect())
  let open = false
  const send = async (sql: string, params: readonly Cell[] = [], collection: string | null = null) =>
    guarded(collection, () => client.query<Record<string, string | null>>(numbered(sql), params.map(toPostgres)))
  return {
    dialect: postgresDialect,
    query: async (sql, params, collection): Promise<readonly Row[]> => (await send(sql, params, collection)).rows,
    async run(sql, params, collection) {
      await send(sql, params, collection)
    },
    describe: async () => postgresFacts((await send(postgresFactsSql)).rows),
    async begin(mode) {
      await send(mode === 'read' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN')
      open = true
      if (mode === 'write') await send('SET CONSTRAINTS ALL DEFERRED')
    },
    async commit() {
      await send('COMMIT')
      open = false
    },
    async rollback() {
      if (!open) return
      open = false
      await client.query('ROLLBACK').catch(() => {})
    },
    async settle() {},
    async close() {
      await client.end().catch(() => {})
    },
  }
}

/** `?` → `$1`, `$2` …; names are quoted and may hold a `?` of their own. */
function numbered(sql: string): string {
  let count = 0
  return sql.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\?/g, (part) => (part === '?' ? `$${(count += 1)}` : part))
}

function toPostgres(cell: Cell): string | null {
  if (cell === null) return null
  return typeof cell === 'object' ? `\\x${cell.hex}` : String(cell)
}

async function guarded<T>(collection: string | null, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new ConnectorFault(codeOf(error), collection)
  }
}

/** By SQLSTATE (PostgreSQL manual, appendix A); what has none never reached the server. */
function codeOf(error: unknown): ConnectorFaultCode {
  const state = error instanceof pg.DatabaseError ? (error.code ?? '') : ''
  if (state === '') return 'unreachable'
  if (state === '55P03' || state === '40P01' || state === '40001') return 'busy'
  if (state === '57014') return 'timed_out'
  if (state === '42501' || state.startsWith('28')) return 'no_permission'
  if (state.startsWith('23') || state === 'P0001') return 'refused'
  if (state === '42P01' || state === '42703') return 'table_missing'
  if (state.startsWith('08') || state.startsWith('57P') || state.startsWith('53')) return 'unreachable'
  return 'failed'
}

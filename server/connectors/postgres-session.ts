import pg from 'pg'
import type { Cell, Row } from '#domain/erasure/cell.ts'
import { NotDialled, targetOf, waitingSocket } from '../outbound/dialer.ts'
import { ConnectorFault, type ConnectorFaultCode } from './connector-fault.ts'
import { postgresFacts, postgresFactsSql } from './postgres-facts.ts'
import { postgresDialect } from './sql-dialect.ts'
import type { SqlSession } from './sql-session.ts'

export interface PostgresPlace {
  readonly url: string
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
    stream: () => waitingSocket(targetOf(place.url, 5432)),
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
  if (await isDesk(client)) {
    await client.end().catch(() => {})
    throw new ConnectorFault('not_allowed')
  }
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

/**
 * Whether this database is a desk's, ours or another's: a policy that erases a person must never be turned on the
 * desk's own records. Told by its tables, since one database has many addresses; the catalogue is open to every role.
 */
async function isDesk(client: pg.Client): Promise<boolean> {
  const { rowCount } = await guarded(null, () =>
    client.query(
      `SELECT relnamespace FROM pg_catalog.pg_class
       WHERE relkind IN ('r', 'p') AND relname IN ('audit_entry', 'audit_leaf', 'registry_entry', 'subject_key')
       GROUP BY relnamespace HAVING count(*) = 4`,
    ),
  )
  return rowCount !== 0
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
  if (error instanceof NotDialled) return 'not_allowed'
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

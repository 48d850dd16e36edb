import { createHash } from 'node:crypto'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { TRANSACTION_LIMIT_MS } from '../raw.ts'
import type { RawDatabase, RawParam, RawQueries } from '../raw.ts'
import { forRows, numbered } from './placeholders.ts'

/** PostgreSQL takes at most 65,535 parameters in a statement. */
const MAX_PARAMETERS = 60_000

/** Statement texts that get a name, and with it a plan that the server keeps; later ones are sent as text. */
const NAMED_STATEMENTS = 500

const { INT8, TIMESTAMP, TIMESTAMPTZ } = pg.types.builtins

/** Sessions speak UTC (pool.ts), so both kinds come as `YYYY-MM-DD HH:MM:SS[.fraction][+00]`. */
function isoDate(text: string): string {
  return new Date(`${text.replace(' ', 'T').replace(/\+00$/, '')}Z`).toISOString()
}

function integer(text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}

// pg's own types know parsers of text alone where bytes may come too; every value here comes as text.
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === INT8) return integer
    if (oid === TIMESTAMP || oid === TIMESTAMPTZ) return isoDate
    return pg.types.getTypeParser(oid, format)
  },
}

const names = new Map<string, { text: string; name: string | undefined }>()

/**
 * The translated text, and a name for it as long as there are few. The text decides the name: never two for
 * one.
 */
function prepared(sql: string): { text: string; name: string | undefined } {
  const known = names.get(sql)
  if (known !== undefined) return known
  const text = numbered(sql)
  if (names.size >= NAMED_STATEMENTS) return { text, name: undefined }
  const entry = { text, name: createHash('sha256').update(text).digest('hex').slice(0, 40) }
  names.set(sql, entry)
  return entry
}

function bind(params: readonly RawParam[]): unknown[] {
  return params.map((param) => (param instanceof Date ? param.toISOString() : param))
}

type Client = pg.Pool | pg.PoolClient

async function send(client: Client, sql: string, params: readonly RawParam[]): Promise<pg.QueryResult> {
  const { text, name } = prepared(sql)
  const values = bind(params)
  return client.query({ text, values, types, ...(name === undefined ? {} : { name }) })
}

async function sendRows(client: Client, sql: string, rows: readonly (readonly RawParam[])[]): Promise<number> {
  const width = Math.max(1, rows[0]?.length ?? 1)
  const chunk = Math.floor(MAX_PARAMETERS / width)
  let changes = 0
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk)
    const together = forRows(sql, part.length)
    if (together === undefined) {
      for (const params of part) changes += (await send(client, sql, params)).rowCount ?? 0
    } else {
      changes += (await send(client, together, part.flat())).rowCount ?? 0
    }
  }
  return changes
}

/** Raw statements over what `client` gives at each of them, or throws. */
export function within(client: () => Client): RawQueries {
  return {
    all: async <Row extends object>(sql: string, params: readonly RawParam[] = []) =>
      (await send(client(), sql, params)).rows as Row[],
    run: async (sql, params = []) => (await send(client(), sql, params)).rowCount ?? 0,
    runMany: async (sql, rows) => sendRows(client(), sql, rows),
  }
}

/** What a statement hears after the end of its transaction. */
export const over = () => new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'the transaction is over' })

async function inTransaction<T>(pool: pg.Pool, work: (queries: RawQueries) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DriverAdapterError({ kind: 'SocketTimeout' })), TRANSACTION_LIMIT_MS)
  })
  let broken = false
  let open = true
  // A straggler of work that threw must not land in the transaction of whoever gets the connection next.
  const handle = within(() => {
    if (!open) throw over()
    return client
  })
  try {
    await client.query('BEGIN')
    const result = await Promise.race([work(handle), tooLong])
    open = false
    const { command } = await client.query('COMMIT')
    // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement had failed and was caught.
    if (command !== 'COMMIT') throw over()
    return result
  } catch (error) {
    open = false
    // Work that ran too long may still be sending: its connection is thrown away, not handed to somebody
    // else.
    broken = await client.query('ROLLBACK').then(() => isTooLong(error), () => true)
    throw error
  } finally {
    open = false
    clearTimeout(timer)
    client.release(broken)
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof DriverAdapterError && error.cause.kind === 'SocketTimeout'
}

/** Raw access to PostgreSQL over the pool that Prisma uses too. */
export function rawPostgresql(pool: pg.Pool): RawDatabase {
  return {
    ...within(() => pool),
    // Several statements may be needed: all or none of them.
    runMany: (sql, rows) => inTransaction(pool, (queries) => queries.runMany(sql, rows)),
    transaction: (work) => inTransaction(pool, work),
  }
}

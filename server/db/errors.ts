import { AppError, isBranded } from '#usecases/errors.ts'
import type { AppErrorCode } from '#usecases/errors.ts'

/** What went wrong in the database, in words that are the same for both. */
export type DatabaseFault =
  | 'unique'
  | 'foreign_key'
  | 'not_null'
  | 'row_not_found'
  | 'value_out_of_range'
  | 'append_only'
  | 'separation_of_duties'
  | 'write_conflict'
  | 'transaction_over'
  | 'busy'
  | 'unreachable'
  | 'storage_full'
  | 'fault'

type Target = readonly [code: AppErrorCode, reason: string]

const TARGETS: Readonly<Record<DatabaseFault, Target>> = {
  unique: ['conflict', 'already_exists'],
  foreign_key: ['conflict', 'reference_missing'],
  not_null: ['unavailable', 'database_fault'],
  row_not_found: ['not_found', 'row_not_found'],
  value_out_of_range: ['invalid_input', 'value_out_of_range'],
  append_only: ['not_allowed', 'append_only'],
  separation_of_duties: ['not_allowed', 'separation_of_duties'],
  write_conflict: ['conflict', 'changed_meanwhile'],
  transaction_over: ['unavailable', 'transaction_over'],
  busy: ['unavailable', 'database_busy'],
  unreachable: ['unavailable', 'database_unreachable'],
  storage_full: ['unavailable', 'storage_full'],
  fault: ['unavailable', 'database_fault'],
}

/** The same in every copy of this module (usecases/errors.ts). */
const brand: unique symbol = Symbol.for('rightsdesk.DatabaseError')

/**
 * A database error without what it was about: drivers put values into message, detail and cause (`Key
 * (phone)=(+86…)`), so none of the three comes along. `names` are columns or an index: words of the schema.
 */
export class DatabaseError extends AppError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isBranded(value, brand)
  }

  readonly [brand] = true
  readonly fault: DatabaseFault
  readonly names: readonly string[]
  /** The database's or Prisma's own code, `P2002`, `23505`, `SQLITE_FULL`, where there is one. */
  readonly databaseCode: string | undefined

  constructor(fault: DatabaseFault, names: readonly string[], databaseCode: string | undefined) {
    const [code, reason] = TARGETS[fault]
    super(code, reason)
    this.name = 'DatabaseError'
    this.fault = fault
    this.names = names
    this.databaseCode = databaseCode
  }
}

const BY_KIND: Readonly<Record<string, DatabaseFault>> = {
  UniqueConstraintViolation: 'unique',
  ForeignKeyConstraintViolation: 'foreign_key',
  RestrictViolation: 'foreign_key',
  NullConstraintViolation: 'not_null',
  ValueOutOfRange: 'value_out_of_range',
  LengthMismatch: 'value_out_of_range',
  InvalidInputValue: 'value_out_of_range',
  TransactionWriteConflict: 'write_conflict',
  TransactionAlreadyClosed: 'transaction_over',
  SocketTimeout: 'busy',
  TooManyConnections: 'busy',
  DatabaseNotReachable: 'unreachable',
  DatabaseDoesNotExist: 'unreachable',
  DatabaseAccessDenied: 'unreachable',
  AuthenticationFailed: 'unreachable',
  ConnectionClosed: 'unreachable',
  TlsConnectionError: 'unreachable',
}

const BY_CODE: Readonly<Record<string, DatabaseFault>> = {
  P2002: 'unique',
  P2003: 'foreign_key',
  P2004: 'fault',
  P2011: 'not_null',
  P2020: 'value_out_of_range',
  P2000: 'value_out_of_range',
  P2001: 'row_not_found',
  P2015: 'row_not_found',
  P2018: 'row_not_found',
  P2025: 'row_not_found',
  P2024: 'busy',
  P2028: 'busy',
  P2034: 'write_conflict',
  P2037: 'busy',
  P1001: 'unreachable',
  P1002: 'unreachable',
  P1008: 'busy',
  P1017: 'unreachable',
  P1018: 'transaction_over',
  23505: 'unique',
  23503: 'foreign_key',
  23001: 'foreign_key',
  23502: 'not_null',
  22001: 'value_out_of_range',
  22003: 'value_out_of_range',
  '22P02': 'value_out_of_range',
  40001: 'write_conflict',
  '40P01': 'write_conflict',
  '25P02': 'transaction_over',
  '55P03': 'busy',
  53300: 'busy',
  53100: 'storage_full',
  '57P01': 'unreachable',
  '57P03': 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOTFOUND: 'unreachable',
  ETIMEDOUT: 'unreachable',
  SQLITE_FULL: 'storage_full',
  SQLITE_BUSY: 'busy',
}

type Layer = Readonly<Record<string, unknown>>

const asLayer = (value: unknown): Layer | undefined =>
  typeof value === 'object' && value !== null ? (value as Layer) : undefined

/** An error and what it carries inside: Prisma wraps the adapter's, which wraps the driver's. */
function layersOf(error: unknown): Layer[] {
  const layers: Layer[] = []
  let next = asLayer(error)
  while (next !== undefined && layers.length < 6) {
    layers.push(next)
    next = asLayer(asLayer(next['meta'])?.['driverAdapterError']) ?? asLayer(next['cause'])
  }
  return layers
}

/** Our triggers speak `rightsdesk:<rule>` and nothing else (rules.ts). */
function brokenRule(layers: readonly Layer[]): DatabaseFault | undefined {
  for (const layer of layers) {
    for (const text of [layer['message'], layer['originalMessage']]) {
      const rule = typeof text === 'string' ? /\brightsdesk:(append_only|separation_of_duties)\b/.exec(text)?.[1] : null
      if (rule === 'append_only' || rule === 'separation_of_duties') return rule
    }
  }
  return undefined
}

function lookUp(layers: readonly Layer[], field: string, table: Readonly<Record<string, DatabaseFault>>) {
  for (const layer of layers.toReversed()) {
    const key = layer[field]
    if (typeof key === 'string' && Object.hasOwn(table, key)) return table[key]
  }
  return undefined
}

function namesOf(layers: readonly Layer[]): string[] {
  for (const layer of layers.toReversed()) {
    const constraint = layer['constraint']
    if (typeof constraint === 'string') return [constraint]
    const { fields, index } = asLayer(constraint) ?? {}
    if (Array.isArray(fields)) return fields.map(String)
    if (typeof index === 'string') return [index]
  }
  return []
}

function codeOf(layers: readonly Layer[]): string | undefined {
  for (const layer of layers.toReversed()) {
    for (const field of ['originalCode', 'code']) {
      const code = layer[field]
      if (typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code)) return code
    }
  }
  return undefined
}

const DATABASE_ERROR_NAME = /^(PrismaClient\w+|DriverAdapterError|SqliteError|UserFacingError|TransactionManagerError)$/

/** PostgreSQL's driver names its errors `error` and gives them a SQLSTATE and a severity. */
function isOfDatabase(layer: Layer): boolean {
  if (typeof layer['name'] === 'string' && DATABASE_ERROR_NAME.test(layer['name'])) return true
  if (typeof layer['severity'] === 'string' && typeof layer['code'] === 'string') return true
  return typeof layer['code'] === 'string' && typeof layer['syscall'] === 'string' && layer['code'] in BY_CODE
}

/**
 * Maps what Prisma or a driver threw to an AppError that names the kind of fault and nothing of the data.
 * Anything else, a caller's own error that passed through a transaction above all, comes back as it is.
 */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error
  const layers = layersOf(error)
  const [outer] = layers
  if (outer === undefined || !isOfDatabase(outer)) return isPoolTimeout(outer) ? busy() : error
  const fault =
    brokenRule(layers) ?? lookUp(layers, 'kind', BY_KIND) ?? lookUp(layers, 'code', BY_CODE) ??
    lookUp(layers, 'originalCode', BY_CODE) ?? 'fault'
  return new DatabaseError(fault, namesOf(layers), codeOf(layers))
}

/** pg's pool says only in words that no connection came free, or none could be opened, in time. */
function isPoolTimeout(layer: Layer | undefined): boolean {
  const message = layer?.['message']
  return typeof message === 'string' && /^timeout (exceeded )?when trying to connect$|^Connection terminated/.test(message)
}

const busy = () => new DatabaseError('busy', [], undefined)

/** Whether a unique column or index refused the row. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.fault === 'unique'
}

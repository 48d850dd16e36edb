/** What of a table is changed without an audit entry, and why that is right. */
export interface Operational {
  /** `all`, or the only columns whose change needs no entry. */
  readonly columns: 'all' | readonly string[]
  readonly why: string
}

/**
 * Tables that are changed without an audit entry (domain book §4, 1; house book). Every other table, and every
 * other column of these, changes only in a transaction that also appends an entry
 * (tests/integration/operational-tables.test.ts).
 */
export const operationalTables: Readonly<Record<string, Operational>> = {
  _prisma_migrations: { columns: 'all', why: 'which migrations ran' },
  api_client: { columns: ['last_used_at'], why: 'adding and revoking have entries' },
  audit_leaf: { columns: 'all', why: 'numbers entries; an entry about it would be a leaf in turn' },
  audit_salt: { columns: 'all', why: 'written with its entry; ends with its date or its subject' },
  audit_unsealed: { columns: 'all', why: 'entries that wait for their number' },
  case_presence: { columns: 'all', why: 'which tab has a case open, for a minute and a half' },
  draft: { columns: 'all', why: 'what is being typed, sealed; what it becomes has an entry' },
  gate_count: { columns: 'all', why: 'allowed checks, until their count is an entry' },
  idempotency_key: { columns: 'all', why: 'answers of the machine API, kept for a day' },
  job: { columns: 'all', why: 'leases, tries and backoff; enqueued with the entry of what asked for it' },
  meta: { columns: 'all', why: 'the worker’s last sign of life; set-up and demo have entries' },
  sign_in_delay: { columns: 'all', why: 'counters of failed sign-ins, keyed; each failure has an entry' },
  staff_session: { columns: ['last_seen_at'], why: 'sign-in, sign-out and revocation have entries' },
}

/** Whether a change of these columns of a table needs no entry. An insert or a delete changes every column. */
export function isOperational(table: string, columns: 'all' | readonly string[]): boolean {
  const known = Object.hasOwn(operationalTables, table) ? operationalTables[table] : undefined
  if (known === undefined) return false
  const { columns: free } = known
  if (free === 'all') return true
  return columns !== 'all' && columns.every((column) => free.includes(column))
}

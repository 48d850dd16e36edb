import type { Cell, Row } from '#domain/erasure/cell.ts'
import type { SchemaFacts } from '#domain/erasure/schema-facts.ts'
import type { SqlDialect } from './sql-dialect.ts'

/**
 * One connection to a system's database. SQL comes from `sql-text.ts` with every value bound; placeholders are
 * `?`, which a session turns into its own. Errors are `ConnectorFault`s.
 */
export interface SqlSession {
  readonly dialect: SqlDialect
  query(sql: string, params: readonly Cell[], collection: string): Promise<readonly Row[]>
  run(sql: string, params: readonly Cell[], collection: string): Promise<void>
  describe(): Promise<SchemaFacts>
  /** For a write, constraints that can wait are looked at on commit: rows that point at each other may go. */
  begin(mode: 'read' | 'write'): Promise<void>
  commit(): Promise<void>
  /** Does nothing where no transaction is open; never throws. */
  rollback(): Promise<void>
  /** After a commit: lets go of what deleted rows left behind in files, as far as the database can. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Opens a session; a new one each time, so that a re-check never sees what only its own connection sees. */
export type OpenSession = () => Promise<SqlSession>

import pg from 'pg'
import { APPEND_ONLY_TABLES } from '../append-only.ts'

/**
 * Gives the application's role what it needs and no more, as the owner: it may add to the append-only tables
 * and read them, so that switching a trigger off is not in its power.
 *
 * @param role the role that the application signs in as; another one than the owner
 */
export async function grantToApplication(client: Pick<pg.ClientBase, 'query'>, role: string): Promise<void> {
  const to = pg.escapeIdentifier(role)
  const appendOnly: readonly string[] = APPEND_ONLY_TABLES
  const { rows } = await client.query<{ schema: string; table: string }>(
    `SELECT schemaname AS schema, tablename AS table FROM pg_tables WHERE schemaname = current_schema()`,
  )
  const schema = pg.escapeIdentifier(rows[0]?.schema ?? 'public')
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${to}`)
  for (const { table } of rows) {
    const name = `${schema}.${pg.escapeIdentifier(table)}`
    await client.query(`REVOKE ALL ON ${name} FROM ${to}`)
    await client.query(`GRANT ${privileges(table, appendOnly)} ON ${name} TO ${to}`)
  }
}

function privileges(table: string, appendOnly: readonly string[]): string {
  if (table === '_prisma_migrations') return 'SELECT'
  if (appendOnly.includes(table)) return 'SELECT, INSERT'
  return 'SELECT, INSERT, UPDATE, DELETE'
}

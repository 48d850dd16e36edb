import pg from 'pg'
import { databaseKind } from './database-kind.ts'
import { brokenPostgresqlRules, missingPostgresqlTables } from './postgresql/rules.ts'
import { openConnection } from './sqlite/connections.ts'
import { sqlitePath } from './sqlite/location.ts'
import { brokenSqliteRules, missingSqliteTables } from './sqlite/rules.ts'

/**
 * Names of the database's own rules (append-only, separation of duties) that are missing, switched off or
 * altered, and of the tables that should have some and do not exist. Empty is good; anything else must keep
 * the desk from serving until `migrate` has run.
 */
export async function brokenRules(url: string): Promise<string[]> {
  if (databaseKind(url) === 'sqlite') {
    const connection = await openConnection(sqlitePath(url), 'reader')
    try {
      return [...missingSqliteTables(connection.database), ...brokenSqliteRules(connection.database)]
    } finally {
      connection.close()
    }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return [...(await missingPostgresqlTables(client)), ...(await brokenPostgresqlRules(client))]
  } finally {
    await client.end()
  }
}

import { mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { parseDataset } from '#domain/erasure/dataset.ts'
import { parsePolicy } from '#domain/erasure/parse-policy.ts'
import { postgresConnector, sqliteConnector } from '#server/connectors/open-connector.ts'
import type { SqlSystem } from '#server/connectors/sql-connector.ts'
import { postgresUrl } from '#tests/support/postgres.ts'
import { shopDataset, shopPolicy, shopSql } from '#tests/support/shop-system.ts'
import type { Connector } from '#usecases/ports/connector.ts'

type Row = Record<string, unknown>

/** A shop of its own in one of the databases, and the connector that looks at it. */
export interface ShopDatabase {
  readonly kind: 'sqlite' | 'postgresql'
  /** A path or a URL. */
  readonly place: string
  connector(more?: Partial<SqlSystem> & { policyText?: string; datasetText?: string }): Connector
  /** As the operator's own program would, beside any connector. */
  sql(text: string): Promise<Row[]>
  close(): Promise<void>
}

function systemOf(more: Partial<SqlSystem> & { policyText?: string; datasetText?: string }): SqlSystem {
  const { policyText = shopPolicy, datasetText = shopDataset, ...rest } = more
  return {
    name: 'shop',
    role: 'own',
    dataset: parseDataset(datasetText),
    policy: parsePolicy(policyText),
    pseudonymKey: null,
    ...rest,
  }
}

async function sqliteShop(parent = tmpdir()): Promise<ShopDatabase> {
  const folder = realpathSync(mkdtempSync(path.join(parent, 'shop-')))
  const file = path.join(folder, 'shop.sqlite')
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.exec(shopSql)
  return {
    kind: 'sqlite',
    place: file,
    connector: (more = {}) => sqliteConnector(systemOf(more), file, { allowed: [folder], ours: [] }),
    async sql(text) {
      if (/^\s*SELECT/i.test(text)) return database.prepare<[], Row>(text).all()
      database.exec(text)
      return []
    },
    async close() {
      database.close()
    },
  }
}

/** A database to copy, so that each test need not make its tables. */
let template: Promise<string> | null = null
async function makeTemplate(): Promise<string> {
  const url = await postgresUrl()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(shopSql)
  await client.end()
  return new URL(url).pathname.slice(1)
}

async function postgresShop(_parent?: string): Promise<ShopDatabase> {
  template ??= makeTemplate()
  const url = await postgresUrl({ template: await template })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    kind: 'postgresql',
    place: url,
    connector: (more = {}) => postgresConnector(systemOf(more), { url, statementTimeout: 20_000 }),
    sql: async (text) => (await client.query<Row>(text)).rows,
    close: () => client.end(),
  }
}

/** A fresh shop in each database, a SQLite one below `parent`; a PostgreSQL that is missing is a failure. */
export const freshShops = { sqlite: sqliteShop, postgresql: postgresShop } as const

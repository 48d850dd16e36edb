import { readdirSync, readFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { diffModels } from '#scripts/prisma/schema-diff.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { Prisma as PostgresqlPrisma } from '#server/db/generated/postgresql/client.ts'
import { Prisma as SqlitePrisma } from '#server/db/generated/sqlite/client.ts'
import { catalogueOf } from '#tests/support/catalogue.ts'
import type { Catalogue } from '#tests/support/catalogue.ts'
import { forEachDatabase, freshPath, freshUrl } from '#tests/support/database.ts'
import { openDatabase } from '#server/db/client.ts'
import { postgresUrl } from '#tests/support/postgres.ts'

const models = readFileSync('prisma/models.prisma', 'utf8')
const snapshot = readFileSync('prisma/migrations/datamodel.prisma', 'utf8')
const remedy = 'run: node scripts/author-migration.ts <name>'

const scriptsOf = (kind: DatabaseKind) =>
  readdirSync(`prisma/migrations/${kind}`).map((name) => readFileSync(`prisma/migrations/${kind}/${name}/migration.sql`, 'utf8'))

/** A database made by one script, without the migrations. */
async function databaseFrom(kind: DatabaseKind, script: string): Promise<string> {
  if (kind === 'sqlite') {
    const path = freshPath()
    const connection = new BetterSqlite3(path)
    connection.exec(script)
    connection.close()
    return `file:${path}`
  }
  const url = await postgresUrl()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(script)
  await client.end()
  return url
}

forEachDatabase((kind, open) => {
  test('nothing differs between the models and the models of the last migration', async () => {
    expect(await diffModels(snapshot, models, kind), remedy).toBe('')
  })

  test('the committed migrations lead to exactly what the models say', async () => {
    const migrated = await catalogueOf(await open())
    const direct = await catalogueOf(await open(await databaseFrom(kind, await diffModels(null, models, kind))))
    expect(migrated.columns.length).toBeGreaterThan(100)
    expect(migrated, remedy).toEqual(direct)
  })

  test('no default asks the database for the time: its text would not sort with ours', () => {
    expect(scriptsOf(kind).join('\n')).not.toMatch(/CURRENT_TIMESTAMP|now\(\)/i)
  })
})

describe('the two databases', () => {
  const catalogues: Partial<Record<DatabaseKind, Catalogue>> = {}

  beforeAll(async () => {
    for (const kind of ['sqlite', 'postgresql'] as const) {
      const database = await openDatabase({ url: await freshUrl(kind) })
      catalogues[kind] = await catalogueOf(database)
      await database.close()
    }
  })

  test('have the same columns, indexes and foreign keys', () => {
    const { sqlite, postgresql } = catalogues
    expect(sqlite?.columns).toEqual(postgresql?.columns)
    expect(sqlite?.indexes).toEqual(postgresql?.indexes)
    expect(sqlite?.foreignKeys).toEqual(postgresql?.foreignKeys)
    expect(sqlite?.columns.filter(({ kind }) => kind.startsWith('unknown'))).toEqual([])
  })

  test('have migrations of the same names', () => {
    expect(readdirSync('prisma/migrations/sqlite')).toEqual(readdirSync('prisma/migrations/postgresql'))
  })

  test('have clients that know the same models and fields', () => {
    expect(SqlitePrisma.ModelName).toEqual(PostgresqlPrisma.ModelName)
    for (const model of Object.keys(SqlitePrisma.ModelName)) {
      const fields = `${model}ScalarFieldEnum`
      expect(Reflect.get(SqlitePrisma, fields), fields).toBeDefined()
      expect(Reflect.get(SqlitePrisma, fields)).toEqual(Reflect.get(PostgresqlPrisma, fields))
    }
  })
})

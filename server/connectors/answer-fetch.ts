import type { Row } from '#domain/erasure/cell.ts'
import type { Asking, Fetch } from '#domain/erasure/fetch.ts'
import { columnOf, tableOf, type SchemaFacts } from '#domain/erasure/schema-facts.ts'
import { identityCondition } from './identity-search.ts'
import type { SqlSession } from './sql-session.ts'
import { chunks, rowsPerStatement, selectWhere, withKeys, withValues, type Statement } from './sql-text.ts'

/** Runs a computation of the domain against a database: each of its questions becomes SELECTs. */
export async function answer<Result>(
  session: SqlSession,
  schema: SchemaFacts,
  asking: Asking<Result>,
): Promise<Result> {
  let step = asking.next([])
  while (!step.done) step = asking.next(await rowsFor(session, schema, step.value))
  return step.value
}

async function rowsFor(session: SqlSession, schema: SchemaFacts, fetch: Fetch): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const where of conditions(session, schema, fetch)) {
    const { sql, params } = selectWhere(fetch.collection, fetch.columns, where)
    // One by one: a person may have more rows than a call takes arguments.
    for (const row of await session.query(sql, params, fetch.collection)) rows.push(row)
  }
  return rows
}

function conditions({ dialect }: SqlSession, schema: SchemaFacts, fetch: Fetch): Statement[] {
  const table = tableOf(schema, fetch.collection)
  const typeOf = (column: string) => columnOf(table, column)?.type ?? 'other'
  switch (fetch.by) {
    case 'identity': {
      const found = fetch.fields.flatMap(
        ({ field, identities }) => identityCondition(dialect, field, typeOf(field), identities) ?? [],
      )
      if (found.length === 0) return []
      return [{ sql: found.map(({ sql }) => `(${sql})`).join(' OR '), params: found.flatMap(({ params }) => params) }]
    }
    case 'values': {
      const type = typeOf(fetch.field)
      const values = fetch.values.filter((value) => dialect.comparable(value, type))
      return chunks(values, rowsPerStatement).map((some) => withValues(fetch.field, some, dialect.placeholder(type)))
    }
    case 'keys': {
      const keys = fetch.keys.filter((key) => key.every((cell, i) => dialect.comparable(cell, typeOf(fetch.key[i] ?? ''))))
      return chunks(keys, rowsPerStatement).map((some) => withKeys(fetch.key, some))
    }
  }
}

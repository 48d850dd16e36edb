import type { Tx } from './client.ts'
import type { DatabaseKind } from './database-kind.ts'
import { numbered } from './postgresql/placeholders.ts'
import type { RawParam, RawQueries, RawValue } from './raw.ts'

/**
 * Prisma gives 64-bit integers as bigint and timestamps as Date; raw rows have numbers and ISO text (raw.ts).
 */
function rawValue(value: unknown): RawValue {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value)
  return value as RawValue
}

function rawRow<Row>(row: object): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rawValue(value)])) as Row
}

/**
 * Raw statements inside an interactive transaction of Prisma's, in the words of raw.ts.
 *
 * @param tx the handle that `$transaction` gave
 */
export function rawWithin(tx: Tx, kind: DatabaseKind): RawQueries {
  const translate = kind === 'postgresql' ? numbered : (sql: string) => sql
  const run = (sql: string, params: readonly RawParam[] = []) => tx.$executeRawUnsafe(translate(sql), ...params)
  return {
    async all<Row extends object>(sql: string, params: readonly RawParam[] = []) {
      const rows = await tx.$queryRawUnsafe<object[]>(translate(sql), ...params)
      return rows.map((row) => rawRow<Row>(row))
    },
    run,
    async runMany(sql, rows) {
      let changes = 0
      for (const params of rows) changes += await run(sql, params)
      return changes
    },
  }
}

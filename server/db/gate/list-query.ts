import type { RawParam, RawQueries } from '../raw.ts'

/** One person brings a handful of identifiers, a batch thousands: two lengths, so two prepared plans a query. */
const lengths = [8, 200] as const

/**
 * The rows of a query with `IN (:list)` for a list of any length.
 *
 * @param sql with `(:list)` before every other placeholder
 * @param rest what the other placeholders stand for
 */
export async function allOf<Row extends object>(
  queries: RawQueries,
  sql: string,
  list: readonly RawParam[],
  rest: readonly RawParam[] = [],
): Promise<Row[]> {
  const length = list.length <= lengths[0] ? lengths[0] : lengths[1]
  const text = sql.replace('(:list)', `(${Array.from({ length }, () => '?').join(', ')})`)
  const rows: Row[] = []
  for (let from = 0; from < list.length; from += length) {
    const part = list.slice(from, from + length)
    const last = part.at(-1) ?? null
    // Naming the last one again finds nothing twice.
    while (part.length < length) part.push(last)
    rows.push(...(await queries.all<Row>(text, [...part, ...rest])))
  }
  return rows
}

/** Bytes as a text that can be compared. */
export const hexText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')

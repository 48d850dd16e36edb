import type { RawParam, RawQueries } from '../db/raw.ts'

/** One length for every list, so that both databases keep one prepared plan a query. */
const chunk = 200

/**
 * A query with `IN (…)` over a list of any length.
 *
 * @param sql with one `(:list)` where the list goes
 */
export async function allIn<Row extends object>(
  queries: RawQueries,
  sql: string,
  list: readonly RawParam[],
): Promise<Row[]> {
  const text = sql.replace('(:list)', `(${Array.from({ length: chunk }, () => '?').join(', ')})`)
  const rows: Row[] = []
  for (let from = 0; from < list.length; from += chunk) {
    const part = list.slice(from, from + chunk)
    const last = part.at(-1) ?? null
    // Naming the last one again finds nothing twice.
    while (part.length < chunk) part.push(last)
    rows.push(...(await queries.all<Row>(text, part)))
  }
  return rows
}

/** Bytes as a key of a Map. */
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')

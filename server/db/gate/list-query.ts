import type { RawParam, RawQueries } from '../raw.ts'

/** One person brings one to three identifiers, a batch thousands: few lengths, so few prepared plans a query. */
const lengths = [3, 12, 200] as const

const texts = new Map<string, string>()

/** The query with so many placeholders in place of the list, made once. */
function textFor(sql: string, length: number): string {
  const key = `${length} ${sql}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const text = sql.replace('(:list)', `(${Array.from({ length }, () => '?').join(', ')})`)
  texts.set(key, text)
  return text
}

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
  const length = lengths.find((one) => list.length <= one) ?? lengths[2]
  const text = textFor(sql, length)
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

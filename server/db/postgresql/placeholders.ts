/**
 * A literal, a quoted name, a comment, or a placeholder; whatever stands inside the first four is not ours.
 */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g

/**
 * `?` as SQLite writes placeholders → `$1`, `$2`, … as PostgreSQL does. Its `?` operators of JSON are not for
 * raw SQL.
 */
export function numbered(sql: string): string {
  let count = 0
  return sql.replace(TOKEN, (token) => (token === '?' ? `$${(count += 1)}` : token))
}

const ONE_ROW = /\bVALUES\s*(\(\s*\?\s*(?:,\s*\?\s*)*\))/i

/**
 * The same single-row INSERT for several rows, or undefined where that would mean something else: an update
 * on conflict may not meet the same row twice in one statement.
 */
export function forRows(sql: string, rows: number): string | undefined {
  if (/\bDO\s+UPDATE\b|\bSELECT\b/i.test(sql)) return undefined
  const tuple = ONE_ROW.exec(sql)?.[1]
  if (tuple === undefined) return undefined
  return sql.replace(tuple, () => Array.from({ length: rows }, () => tuple).join(', '))
}

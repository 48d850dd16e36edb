/** What a spreadsheet may take for the beginning of a formula, once compatibility forms are folded (NFKC). */
const formulaStart = new Set(['=', '+', '-', '@', '\u2212'])

/**
 * A cell that no spreadsheet computes: an apostrophe goes before text that would begin a formula.
 *
 * csv-stringify's `escape_formulas` looks at the first character only: `=`, `+`, `-`, `@`, tab, carriage
 * return and the full-width four. This function covers those, and what programs skip before they look:
 * leading white space, control and invisible format characters (a line feed, a zero-width space, a byte order
 * mark), the small forms of the signs, and the minus sign U+2212. A cell that begins with a tab, carriage
 * return or line feed is marked whatever follows.
 *
 * So: map cells through this and leave `escape_formulas` off, else a cell may get two apostrophes. Quoting
 * (RFC 4180) stays the writer's work. It takes text only; a negative number that is a string is marked as
 * well. OWASP, *CSV injection*.
 */
export function csvSafe(cell: string): string {
  if (/^[\t\r\n]/.test(cell)) return `'${cell}`
  const first = /[^\s\p{Cc}\p{Cf}\p{Z}]/u.exec(cell)?.[0]
  if (first === undefined) return cell
  return formulaStart.has(first.normalize('NFKC')) ? `'${cell}` : cell
}

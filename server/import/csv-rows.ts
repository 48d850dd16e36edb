import { createReadStream } from 'node:fs'
import { parse, type Info } from 'csv-parse'
import type { ImportColumns } from '#usecases/import/import-kind.ts'
import { ImportFault } from './import-fault.ts'
import { maxLineBytes } from './preflight.ts'
import type { FileRow } from './rows.ts'

type Say = (line: string) => void

interface Parsed {
  readonly info: Info
  readonly record: readonly string[]
}

/** The rows of a CSV with a header (RFC 4180). @throws ImportFault when the header lacks a column */
export async function* csvRows(path: string, columns: ImportColumns, say: Say): AsyncGenerator<FileRow> {
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      info: true,
      record_delimiter: ['\r\n', '\n'],
      // Judged here, row by row: one short row must not stop the file. Quotes were followed before (quote-scan.ts).
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: maxLineBytes,
    }),
  )
  let header: readonly string[] | null = null
  let linesOfRecords = 0
  for await (const { info, record } of parser as AsyncIterable<Parsed>) {
    // Counted here: the parser's own count takes a CRLF inside quotes for two line ends.
    const line = linesOfRecords + info.empty_lines + 1
    linesOfRecords += 1 + newlinesIn(record)
    if (header === null) {
      header = readHeader(record, columns, say)
      continue
    }
    if (record.length !== header.length) yield { line, reason: 'wrong-column-count' }
    else yield { line, cells: Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) }
  }
  if (header === null) throw new ImportFault('empty_file', 'The file is empty: it needs a header and rows.')
}

/** Line ends inside quoted cells. */
function newlinesIn(record: readonly string[]): number {
  let count = 0
  for (const value of record) {
    for (let at = value.indexOf('\n'); at !== -1; at = value.indexOf('\n', at + 1)) count += 1
  }
  return count
}

/** The names of the columns. The header's own words are repeated only where they can be nothing but a name. */
function readHeader(record: readonly string[], { required, oneOf, optional }: ImportColumns, say: Say) {
  const header = record.map((name) => name.trim().toLowerCase())
  const missing = required.filter((name) => !header.includes(name))
  if (missing.length > 0) {
    throw new ImportFault('missing_column', `The header (first line) lacks ${missing.join(', ')}.`)
  }
  if (oneOf.length > 0 && !oneOf.some((name) => header.includes(name))) {
    throw new ImportFault('missing_column', `The header (first line) needs one of ${oneOf.join(', ')}.`)
  }
  if (new Set(header).size !== header.length) {
    throw new ImportFault('column_twice', 'The header (first line) names a column twice.')
  }
  const known = new Set([...required, ...oneOf, ...optional])
  const others = header.filter((name) => !known.has(name))
  if (others.length > 0) {
    const named = others.every((name) => /^[a-z0-9_]{1,40}$/.test(name)) ? `: ${others.join(', ')}` : ''
    say(`${others.length} column(s) of the file are not known and are not read${named}`)
  }
  return header
}

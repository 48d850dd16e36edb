import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { FileRow } from './rows.ts'

/** The rows of a file with one JSON object a line. What can not be read is a bad row, not a bad file. */
export async function* ndjsonRows(path: string): AsyncGenerator<FileRow> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })
  let line = 0
  for await (const text of lines) {
    line += 1
    const json = line === 1 ? text.replace(/^\ufeff/, '') : text
    if (json.trim() !== '') yield readLine(json, line)
  }
}

function readLine(json: string, line: number): FileRow {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    return { line, reason: 'not-json' }
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { line, reason: 'not-json' }
  const cells: Record<string, string> = {}
  for (const [name, value] of Object.entries(parsed)) {
    if (typeof value === 'object' && value !== null) return { line, reason: 'not-flat' }
    cells[name] = value === null ? '' : String(value)
  }
  return { line, cells }
}

import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { ImportFault } from './import-fault.ts'
import { QuoteScan } from './quote-scan.ts'

export type ImportFormat = 'csv' | 'ndjson'

/** What is known of a file before a row of it is loaded. */
export interface FileFacts {
  readonly path: string
  readonly format: ImportFormat
  /** Hex; what a run is known by. */
  readonly sha256: string
  /** Rows, as counted by line ends outside quotes: for the progress line. */
  readonly rows: number
}

/** A line longer than this is no row of ours, and would have to be held in memory whole. */
export const maxLineBytes = 1_048_576

const newline = 0x0a

const formats: Readonly<Record<string, ImportFormat>> = { '.csv': 'csv', '.ndjson': 'ndjson', '.jsonl': 'ndjson' }

/**
 * Reads the whole file once, in bounded memory, before anything is written: a wrong encoding or a quote that is never
 * closed is found here, so that no half of such a file is loaded.
 *
 * @throws ImportFault
 */
export async function inspectFile(file: string): Promise<FileFacts> {
  const format = formats[path.extname(file).toLowerCase()]
  if (format === undefined) throw new ImportFault('unknown_format', 'The name of the file must end in .csv, .ndjson or .jsonl.')
  const found = await stat(file).catch(() => null)
  if (found === null || !found.isFile()) throw new ImportFault('no_such_file', 'There is no such file, or it can not be read.')
  const hash = createHash('sha256')
  const lines = new LineCheck(format)
  for await (const chunk of createReadStream(file, { highWaterMark: 262_144 })) {
    hash.update(chunk as Buffer)
    lines.take(chunk as Buffer)
  }
  return { path: file, format, sha256: hash.digest('hex'), rows: lines.end() }
}

/** Checks complete lines as they come; a UTF-8 sequence never spans a line end, so lines can be judged one by one. */
class LineCheck {
  readonly #quotes: QuoteScan | null
  #rest = Buffer.alloc(0)
  #line = 1
  #rows = 0

  constructor(format: ImportFormat) {
    this.#quotes = format === 'csv' ? new QuoteScan() : null
  }

  take(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const end = bytes.lastIndexOf(newline) + 1
    this.#check(bytes.subarray(0, end))
    this.#rest = Buffer.from(bytes.subarray(end))
    if (this.#rest.length > maxLineBytes) throw new ImportFault('line_too_long', `Line ${this.#line} is longer than 1 MiB.`)
  }

  /** How many rows there are, the header of a CSV left out. */
  end(): number {
    if (this.#rest.length > 0) this.#check(Buffer.concat([this.#rest, Buffer.of(newline)]))
    if (this.#quotes === null) return this.#rows
    return Math.max(0, this.#quotes.end() - 1)
  }

  #check(bytes: Buffer): void {
    if (bytes.includes(0)) {
      throw new ImportFault('not_utf8', `The file is not UTF-8 text (line ${this.#find(bytes, (part) => part.includes(0))} holds a zero byte). Save it as UTF-8.`)
    }
    if (!isUtf8(bytes)) {
      throw new ImportFault('not_utf8', `The file is not UTF-8 (line ${this.#find(bytes, (part) => !isUtf8(part))}). Save it as UTF-8.`)
    }
    this.#quotes?.take(bytes)
    for (let from = 0; from < bytes.length; this.#line += 1) {
      const end = bytes.indexOf(newline, from)
      if (end > from) this.#rows += 1
      from = end + 1
    }
  }

  /** The number of the first line that is bad. */
  #find(bytes: Buffer, isBad: (line: Buffer) => boolean): number {
    let line = this.#line
    for (let from = 0; from < bytes.length; line += 1) {
      const end = bytes.indexOf(newline, from)
      if (isBad(bytes.subarray(from, end + 1))) return line
      from = end + 1
    }
    return line
  }
}

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { ZipFile } from 'yazl'
import { decodeEntry } from '#domain/audit/entry.ts'
import type { KitOrder } from '#usecases/ports/log-kits.ts'
import type { Database } from '../db/client.ts'
import { version } from '../version.ts'
import { actorLabels, kitEntries, type KitRange } from './kit-entries.ts'
import { csvCells, csvColumns, hex, jsonlLine, kitFiles, kitFormat, type KitManifest } from './kit-format.ts'

/** What one file of the kit came to, known when its last byte went by. */
interface Passed {
  rows: number
  bytes: number
  sha256: string
}

/**
 * Writes the kit of a range to a path that must not exist yet, streamed: a page of entries is in memory at a time.
 *
 * @returns SHA-256 of the archive, in hex
 */
export async function writeKit(database: Database, order: KitOrder, range: KitRange, path: string): Promise<string> {
  const labels = await actorLabels(database)
  const files = new Map<string, Passed>()
  const leftOut: [number, number][] = []
  const zip = new ZipFile()
  const options = { mtime: new Date(order.at), mode: 0o100600 }
  const add = (name: string, chunks: () => AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, options, (answer) => answer(null, counted(chunks, (passed) => files.set(name, passed))))

  add(kitFiles.jsonl, () => jsonl(database, range, leftOut))
  add(kitFiles.csv, () => csv(database, range, labels))
  // Lazily: yazl asks for one stream after the other, so the files before it have been counted by then.
  add(kitFiles.manifest, async function* () {
    yield `${JSON.stringify(manifest(order, range, files, leftOut), null, 2)}\n`
  })
  zip.end()
  const output = zip.outputStream as Readable
  zip.on('error', (fault: Error) => output.destroy(fault))

  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(output, hashing, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
  return hash.digest('hex')
}

async function* jsonl(database: Database, range: KitRange, leftOut: [number, number][]): AsyncGenerator<string> {
  let expected = range.firstSeq ?? 0
  for await (const entry of kitEntries(database, range)) {
    if (entry.seq > expected) leftOut.push([expected, entry.seq - 1])
    expected = entry.seq + 1
    yield jsonlLine(entry)
  }
}

async function* csv(database: Database, range: KitRange, labels: ReadonlyMap<string, string>): AsyncGenerator<string> {
  yield csvLine(csvColumns.map(([name]) => name))
  for await (const { seq, bytes, hash } of kitEntries(database, range)) {
    const entry = decodeEntry(bytes)
    yield csvLine(csvCells(seq, entry, hex(hash), labels.get(entry.actor.id ?? '') ?? ''))
  }
}

/** RFC 4180: CRLF, quotes where they are needed. The cells were made safe already (csvCells). */
const csvLine = (cells: readonly string[]): string => stringify([[...cells]], { record_delimiter: 'windows' })

/** A stream of chunks, one a row, that tells what went by. A fault in it must reach the archive's own stream. */
function counted(chunks: () => AsyncIterable<string>, done: (passed: Passed) => void): Readable {
  const hash = createHash('sha256')
  return Readable.from(
    (async function* () {
      let [rows, bytes] = [0, 0]
      for await (const chunk of chunks()) {
        const buffer = Buffer.from(chunk, 'utf8')
        hash.update(buffer)
        rows += 1
        bytes += buffer.length
        yield buffer
      }
      done({ rows, bytes, sha256: hash.digest('hex') })
    })(),
  )
}

function manifest(
  order: KitOrder,
  range: KitRange,
  files: ReadonlyMap<string, Passed>,
  leftOut: [number, number][],
): KitManifest {
  const rowsOf = (name: string, rows: number) => (name === kitFiles.csv ? rows - 1 : rows)
  return {
    format: kitFormat,
    v: 1,
    made_at: new Date(order.at).toISOString(),
    made_by: order.exporter,
    rightsdesk: version,
    filter: { from: order.from, to: order.to, time_zone: 'UTC' },
    entries: range.entries,
    first_seq: range.firstSeq,
    last_seq: range.lastSeq,
    left_out: leftOut,
    files: [...files].map(([name, passed]) => ({ name, ...passed, rows: rowsOf(name, passed.rows) })),
    columns: [
      ...csvColumns.map(([name, type, meaning]) => ({ file: kitFiles.csv, name, type, meaning })),
      { file: kitFiles.jsonl, name: 'entry', type: 'json', meaning: 'The entry: exactly these bytes (RFC 8785) were hashed' },
      { file: kitFiles.jsonl, name: 'leaf_hash', type: 'hex', meaning: 'SHA-256(0x00, bytes of entry)' },
      { file: kitFiles.jsonl, name: 'seq', type: 'integer', meaning: 'Number of the entry, as in the CSV' },
    ],
  }
}

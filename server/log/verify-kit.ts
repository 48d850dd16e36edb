import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse'
import { leafHash, maxEntryBytes } from '#domain/audit/entry.ts'
import { csvCells, csvColumns, hex, kitFiles, KitManifest, labelColumn, readJsonlLine } from './kit-format.ts'
import { LineTooLong, linesOf } from './lines-of.ts'
import { openZip, ZipFault, type ZipReader } from './zip-reader.ts'

/** What a check of a kit found. `firstFault` names the file, the line and what is wrong there. */
export interface KitVerdict {
  readonly ok: boolean
  readonly entries: number
  readonly firstFault: string | null
}

/** The first thing that does not hold. */
class KitFault extends Error {}

const demand = (holds: boolean, fault: string): void => {
  if (!holds) throw new KitFault(fault)
}

/**
 * Derives everything in a kit again, without a desk: the SHA-256 of each file, each entry's canonical form and leaf
 * hash, the numbers (rising, and without a gap that the manifest does not name), the period, the counts, and that the
 * CSV says what the entries say. Streamed: a line is in memory at a time.
 */
export async function verifyKit(path: string): Promise<KitVerdict> {
  const seen = { entries: 0 }
  let zip: ZipReader | undefined
  try {
    zip = await openZip(path)
    await verifyFiles(zip, seen)
    return { ok: true, entries: seen.entries, firstFault: null }
  } catch (fault) {
    if (fault instanceof LineTooLong) return { ok: false, entries: seen.entries, firstFault: `${kitFiles.jsonl}: a line is too long` }
    if (!(fault instanceof KitFault) && !(fault instanceof ZipFault)) throw fault
    return { ok: false, entries: seen.entries, firstFault: fault.message }
  } finally {
    await zip?.close()
  }
}

async function verifyFiles(zip: ZipReader, seen: { entries: number }): Promise<void> {
  const manifest = await readManifest(zip)
  const stated = new Map(manifest.files.map((file) => [file.name, file]))
  const names = [kitFiles.jsonl, kitFiles.csv] as const
  const expected = [...names, kitFiles.manifest].toSorted().join()
  demand(zip.names.toSorted().join() === expected, 'the archive holds other files than a kit has')
  demand([...stated.keys()].toSorted().join() === names.toSorted().join(), `${kitFiles.manifest}: it does not list the kit's files`)
  // The sums first: a file that was changed is named as that, whatever else is wrong with it.
  for (const name of names) {
    demand((await sha256Of(zip, name)) === stated.get(name)?.sha256, `${name}: its SHA-256 is not the manifest's`)
  }
  await verifyEntries(zip, manifest, seen)
  demand(seen.entries === manifest.entries, `${kitFiles.manifest}: it counts ${manifest.entries} entries, the kit holds ${seen.entries}`)
  for (const name of names) demand(stated.get(name)?.rows === seen.entries, `${kitFiles.manifest}: the rows of ${name} are miscounted`)
}

async function readManifest(zip: ZipReader): Promise<KitManifest> {
  const content = await text(limited(zip.read(kitFiles.manifest), 64 * 1_048_576, kitFiles.manifest))
  try {
    return KitManifest.parse(JSON.parse(content))
  } catch {
    throw new KitFault(`${kitFiles.manifest}: it is not a kit's manifest`)
  }
}

async function sha256Of(zip: ZipReader, name: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of zip.read(name)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function verifyEntries(zip: ZipReader, manifest: KitManifest, seen: { entries: number }): Promise<void> {
  const { filter, left_out: leftOut } = manifest
  const sheet = csvRecords(zip)
  const header = await sheet.next()
  demand(same(header.value, csvColumns.map(([name]) => name)), `${kitFiles.csv} line 1: it is not the header of a kit`)
  let gap = 0
  let previous: number | null = null
  for await (const line of linesOf(zip.read(kitFiles.jsonl), 2 * maxEntryBytes)) {
    const where = `${kitFiles.jsonl} line ${seen.entries + 1}`
    const read = readJsonlLine(line)
    if (read === null) throw new KitFault(`${where}: it is not an entry in its canonical form`)
    const { seq, bytes, entry } = read
    demand(hex(leafHash(bytes)) === read.leafHash, `${where}: the leaf hash is not the entry's`)
    const day = entry.at.slice(0, 10)
    demand(filter.from <= day && day <= filter.to, `${where}: it lies outside the period`)
    if (previous === null) demand(seq === manifest.first_seq, `${where}: the first number is not the manifest's`)
    else if (seq !== previous + 1) {
      const [from, to] = leftOut[gap] ?? []
      demand(from === previous + 1 && to === seq - 1, `${where}: number ${previous + 1} is missing`)
      gap += 1
    }
    previous = seq
    const cells = (await sheet.next()).value
    demand(sameEntry(cells, csvCells(seq, entry, read.leafHash, '')), `${kitFiles.csv}: number ${seq} differs from ${where}`)
    seen.entries += 1
  }
  demand(previous === manifest.last_seq, `${kitFiles.manifest}: the last number is not the kit's`)
  demand(gap === leftOut.length, `${kitFiles.manifest}: it names numbers as left out that are not`)
  demand((await sheet.next()).done === true, `${kitFiles.csv}: it holds more rows than ${kitFiles.jsonl}`)
}

async function* csvRecords(zip: ZipReader): AsyncGenerator<string[]> {
  const parser = zip.read(kitFiles.csv).pipe(parse({ relax_column_count: true, max_record_size: 1_048_576 }))
  try {
    yield* parser as AsyncIterable<string[]>
  } catch (fault) {
    throw fault instanceof ZipFault ? fault : new KitFault(`${kitFiles.csv}: it is not a CSV file`)
  }
}

const same = (cells: readonly string[] | undefined, expected: readonly string[]): boolean =>
  cells?.length === expected.length && expected.every((cell, index) => cell === cells[index])

/** All cells but the actor's label, which is no part of the entry. */
const sameEntry = (cells: readonly string[] | undefined, expected: readonly string[]): boolean =>
  same(cells?.with(labelColumn, ''), expected)

/** A manifest that unpacks to more than any real one has is refused before it fills the memory. */
function limited(input: NodeJS.ReadableStream, limit: number, name: string): Transform {
  let bytes = 0
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > limit ? new KitFault(`${name}: it is too large`) : null, chunk)
    },
  })
  input.on('error', (fault) => guard.destroy(fault))
  return input.pipe(guard)
}

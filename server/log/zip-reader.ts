import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { directoryRecord, endRecords, frameOf, localHeader, signatures, sizeOf, type ZipEntry } from './zip-frame.ts'

/** It is no archive that can be read, or not one as it was packed; the message says why, in words. */
export class ZipFault extends Error {}

export interface ZipReader {
  readonly names: readonly string[]
  /**
   * The content of a file, unpacked as it is read.
   *
   * @throws ZipFault when there is none of this name, or it is damaged
   */
  read(name: string): Readable
  close(): Promise<void>
}

const directoryLimit = 1_048_576
const damagedDirectory = 'Its directory is damaged.'

/**
 * Opens an archive by its central directory (APPNOTE 6.3.10 §4.3, Zip64 included) and derives every byte around the
 * packed files again: they stand one behind the other from the first byte on, then the directory, then the end, and
 * each header says what the directory says. So a byte that is changed anywhere is found, here or by the CRC-32 and the
 * length of the file that is read. For archives of a few files from one writer: a larger directory than 1 MB is
 * refused. Nothing is ever written to disk.
 */
export async function openZip(path: string): Promise<ZipReader> {
  const file = await open(path, 'r')
  try {
    const { entries, offset } = await directory(file)
    await demandNothingBetween(file, entries, offset)
    return {
      names: entries.map((entry) => entry.name),
      read: (name) => Readable.from(content(file, entries.find((entry) => entry.name === name), name)),
      close: () => file.close(),
    }
  } catch (fault) {
    await file.close()
    throw fault
  }
}

async function directory(file: FileHandle): Promise<{ entries: ZipEntry[]; offset: number }> {
  const { size } = await file.stat()
  const tail = await bytesAt(file, Math.max(0, size - sizeOf.wideEnd), Math.min(size, sizeOf.wideEnd))
  const narrow = tail.subarray(-sizeOf.end)
  if (narrow.length < sizeOf.end || narrow.readUInt32LE(0) !== signatures.end) {
    throw new ZipFault('It is not a zip archive, or its end is missing.')
  }
  const isWide = tail.length === sizeOf.wideEnd && tail.readUInt32LE(0) === signatures.end64
  const end = isWide ? tail : narrow
  const length = isWide ? Number(tail.readBigUInt64LE(40)) : narrow.readUInt32LE(12)
  const offset = isWide ? Number(tail.readBigUInt64LE(48)) : narrow.readUInt32LE(16)
  if (length > directoryLimit) throw new ZipFault('It holds more files than a kit has.')
  if (offset + length + end.length !== size) throw new ZipFault('It is cut short, or something was added to it.')
  const entries = entriesOf(await bytesAt(file, offset, length))
  const ends = endRecords({ count: entries.length, length, offset, isWide, madeBy: entries[0]?.frame.madeBy ?? 0 })
  if (!ends.some((one) => one.equals(end))) throw new ZipFault('Its end is damaged.')
  return { entries, offset }
}

function entriesOf(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at < directory.length; ) {
    const record = directory.subarray(at)
    const isRecord = record.length >= sizeOf.record && record.readUInt32LE(0) === signatures.record
    if (!isRecord) throw new ZipFault(damagedDirectory)
    const nameEnd = sizeOf.record + record.readUInt16LE(28)
    const extra = record.subarray(nameEnd, nameEnd + record.readUInt16LE(30))
    const [size, packed, offset] = wide(extra, [24, 20, 42].map((field) => record.readUInt32LE(field)))
    if (size === undefined || packed === undefined || offset === undefined) throw new ZipFault(damagedDirectory)
    const name = record.toString('utf8', sizeOf.record, nameEnd)
    if (entries.some((entry) => entry.name === name)) throw new ZipFault(`It holds ${name} twice.`)
    const isWide = record.readUInt32LE(42) === 0xffffffff
    const entry = { name, crc: record.readUInt32LE(16), size, packed, offset, isWide, frame: frameOf(record, extra) }
    // One writer packed them at one moment: what does not hang on the file is the same in all their records.
    const derived = directoryRecord({ ...entry, frame: entries[0]?.frame ?? entry.frame })
    if (!derived.equals(record.subarray(0, derived.length))) throw new ZipFault(damagedDirectory)
    entries.push(entry)
    at += derived.length
  }
  return entries
}

/** Where a 32-bit field is full, the Zip64 extra field has the number, in this order (APPNOTE §4.5.3). */
function wide(extra: Buffer, fields: readonly number[]): number[] {
  let next = -1
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) next = at + 4
  }
  return fields.map((field) => {
    if (field !== 0xffffffff || next < 0 || next + 8 > extra.length) return field
    const value = Number(extra.readBigUInt64LE(next))
    next += 8
    return value
  })
}

/** @throws ZipFault where other than the directory's files stand before it, or their headers differ from it */
async function demandNothingBetween(
  file: FileHandle,
  entries: readonly ZipEntry[],
  directoryAt: number,
): Promise<void> {
  let at = 0
  for (const entry of entries) {
    const { before, after } = localHeader(entry)
    const fault = new ZipFault(`${entry.name} is damaged.`)
    if (entry.offset !== at) throw fault
    if (!(await bytesAt(file, at, before.length)).equals(before)) throw fault
    at += before.length + entry.packed
    if (at + after.length > directoryAt || !(await bytesAt(file, at, after.length)).equals(after)) throw fault
    at += after.length
  }
  if (at !== directoryAt) throw new ZipFault('It holds something that its directory does not name.')
}

async function* content(file: FileHandle, entry: ZipEntry | undefined, name: string): AsyncGenerator<Buffer> {
  if (entry === undefined) throw new ZipFault(`${name} is missing.`)
  let [size, crc] = [0, 0]
  for await (const chunk of unpacked(file, entry)) {
    size += chunk.length
    crc = crc32(chunk, crc)
    if (size > entry.size) break
    yield chunk
  }
  if (size !== entry.size || crc !== entry.crc) throw new ZipFault(`${name} is damaged.`)
}

async function* unpacked(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const { method } = entry.frame
  if (method !== 0 && method !== 8) throw new ZipFault(`${entry.name} is packed in an unknown way.`)
  const packed = Readable.from(chunks(file, entry.offset + localHeader(entry).before.length, entry.packed))
  if (method === 0) return yield* packed as AsyncIterable<Buffer>
  const inflate = createInflateRaw()
  packed.on('error', (fault) => inflate.destroy(fault))
  try {
    yield* packed.pipe(inflate) as AsyncIterable<Buffer>
  } catch (fault) {
    throw fault instanceof ZipFault ? fault : new ZipFault(`${entry.name} is damaged.`)
  }
  // What stands behind the end of the packed data is skipped in silence.
  if (inflate.bytesWritten !== entry.packed) throw new ZipFault(`${entry.name} is damaged.`)
}

async function* chunks(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    const chunk = await bytesAt(file, start + done, Math.min(65_536, length - done))
    done += chunk.length
    yield chunk
  }
}

/** Exactly these bytes. @throws ZipFault where the file ends before */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead < length) throw new ZipFault('It is cut short.')
  return buffer
}

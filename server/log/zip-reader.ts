import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

/** One file of an archive, as the archive's directory says it. */
interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressed: number
  readonly offset: number
}

/** It is no archive that can be read; the message says why, in words. */
export class ZipFault extends Error {}

export interface ZipReader {
  readonly names: readonly string[]
  /** The content of a file, unpacked as it is read. @throws ZipFault when there is none of this name */
  read(name: string): Readable
  close(): Promise<void>
}

const endSize = 22
const longestComment = 65_535
const directoryLimit = 1_048_576

/**
 * Opens an archive by its central directory (APPNOTE 6.3.10 §4.3.12, Zip64 included). For archives of a few files:
 * a larger directory than 1 MB is refused. Nothing is ever written to disk.
 */
export async function openZip(path: string): Promise<ZipReader> {
  const file = await open(path, 'r')
  try {
    const entries = await directory(file)
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

async function directory(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat()
  const tailSize = Math.min(size, endSize + longestComment)
  const tail = await bytesAt(file, size - tailSize, tailSize)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || tail.length - end < endSize) throw new ZipFault('It is not a zip archive, or its end is missing.')
  let length = tail.readUInt32LE(end + 12)
  let offset = tail.readUInt32LE(end + 16)
  const locator = end - 20
  if (locator >= 0 && tail.readUInt32LE(locator) === 0x07064b50) {
    const end64 = await bytesAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56)
    length = Number(end64.readBigUInt64LE(40))
    offset = Number(end64.readBigUInt64LE(48))
  }
  if (length > directoryLimit) throw new ZipFault('It holds more files than a kit has.')
  return entriesOf(await bytesAt(file, offset, length))
}

function entriesOf(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new ZipFault('Its directory is damaged.')
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const commentLength = directory.readUInt16LE(at + 32)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const [size, compressed, offset] = wide(extra, [24, 20, 42].map((field) => directory.readUInt32LE(at + field)))
    if (size === undefined || compressed === undefined || offset === undefined) throw new ZipFault('Its directory is damaged.')
    if (entries.some((entry) => entry.name === name)) throw new ZipFault(`It holds ${name} twice.`)
    entries.push({ name, method: directory.readUInt16LE(at + 10), compressed, offset })
    at += 46 + nameLength + extraLength + commentLength
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
    if (field !== 0xffffffff || next < 0) return field
    const value = Number(extra.readBigUInt64LE(next))
    next += 8
    return value
  })
}

async function* content(file: FileHandle, entry: ZipEntry | undefined, name: string): AsyncGenerator<Buffer> {
  if (entry === undefined) throw new ZipFault(`${name} is missing.`)
  if (entry.method !== 0 && entry.method !== 8) throw new ZipFault(`${name} is packed in an unknown way.`)
  const header = await bytesAt(file, entry.offset, 30)
  if (header.readUInt32LE(0) !== 0x04034b50) throw new ZipFault(`${name} is damaged.`)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = Readable.from(chunks(file, start, entry.compressed))
  if (entry.method === 0) return yield* packed as AsyncIterable<Buffer>
  const unpacked = createInflateRaw()
  packed.on('error', (fault) => unpacked.destroy(fault))
  try {
    yield* packed.pipe(unpacked) as AsyncIterable<Buffer>
  } catch (fault) {
    throw fault instanceof ZipFault ? fault : new ZipFault(`${name} is damaged.`)
  }
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

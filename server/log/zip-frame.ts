/**
 * The bytes of an archive that are not the packed files themselves, derived from its directory (APPNOTE 6.3.10 §4.3).
 * A reader that finds other bytes than these does not read what the writer wrote.
 */

/** What one writer says alike of all the files that it packs at one moment. */
export interface ZipFrame {
  readonly madeBy: number
  readonly flags: number
  readonly method: number
  /** Time and date, as DOS counts them. */
  readonly moment: number
  readonly attributes: number
  /** Extra fields but the Zip64 one. */
  readonly extra: Buffer
}

/** One file of an archive, as the archive's directory says it. */
export interface ZipEntry {
  readonly name: string
  readonly crc: number
  /** Bytes, unpacked. */
  readonly size: number
  /** Bytes, as they are packed. */
  readonly packed: number
  /** Where its local header stands. */
  readonly offset: number
  /** Whether its numbers stand in the Zip64 extra field. */
  readonly isWide: boolean
  readonly frame: ZipFrame
}

export const signatures = {
  local: 0x04034b50,
  described: 0x08074b50,
  record: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const

/** Bytes of the fixed parts; `wideEnd` is the Zip64 end, its locator and the end together. */
export const sizeOf = { record: 46, end: 22, wideEnd: 56 + 20 + 22 } as const

const full = 0xffffffff
/** Versions that are needed to unpack: deflate, and Zip64 (APPNOTE §4.4.3.2). */
const needed = { narrow: 20, wide: 45 }

/** What the record of a file says that must be alike in all of them. */
export function frameOf(record: Buffer, extra: Buffer): ZipFrame {
  return {
    madeBy: record.readUInt16LE(4),
    flags: record.readUInt16LE(8),
    method: record.readUInt16LE(10),
    moment: record.readUInt32LE(12),
    attributes: record.readUInt32LE(38),
    extra: withoutWide(extra),
  }
}

/** The record of a file in the directory (§4.3.12). */
export function directoryRecord({ name, crc, size, packed, offset, isWide, frame }: ZipEntry): Buffer {
  const wide = isWide ? [u16(1), u16(24), u64(size), u64(packed), u64(offset)] : []
  const extra = Buffer.concat([frame.extra, ...wide])
  const { madeBy, flags, method, moment, attributes } = frame
  const [toUnpack, ...numbers] = isWide ? [needed.wide, full, full, full] : [needed.narrow, packed, size, offset]
  return Buffer.concat([
    u32(signatures.record), u16(madeBy), u16(toUnpack ?? 0), u16(flags), u16(method), u32(moment), u32(crc),
    u32(numbers[0] ?? 0), u32(numbers[1] ?? 0), u16(Buffer.byteLength(name)), u16(extra.length),
    // No comment, the first disk, nothing internal.
    u16(0), u16(0), u16(0), u32(attributes), u32(numbers[2] ?? 0), Buffer.from(name), extra,
  ])
}

/** What stands before and after a packed file: its header (§4.3.7), and its descriptor where it has one (§4.3.9). */
export function localHeader({ name, crc, size, packed, isWide, frame }: ZipEntry): { before: Buffer; after: Buffer } {
  const isDescribed = (frame.flags & 8) !== 0
  const numbers = isDescribed ? [u32(0), u32(0), u32(0)] : [u32(crc), u32(packed), u32(size)]
  const before = Buffer.concat([
    u32(signatures.local), u16(needed.narrow), u16(frame.flags), u16(frame.method), u32(frame.moment), ...numbers,
    u16(Buffer.byteLength(name)), u16(0), Buffer.from(name),
  ])
  const wide = isWide ? u64 : u32
  const after = isDescribed ? [u32(signatures.described), u32(crc), wide(packed), wide(size)] : []
  return { before, after: Buffer.concat(after) }
}

/** Where the directory stands, and what of it the end repeats. */
export interface DirectoryPlace {
  readonly count: number
  /** Bytes. */
  readonly length: number
  readonly offset: number
  readonly isWide: boolean
  readonly madeBy: number
}

/**
 * The end of an archive (§4.3.16), with the Zip64 end and its locator before it where it has them (§4.3.14 and 15).
 * A wide end may be written with all its narrow numbers full, or with only those that do not fit.
 */
export function endRecords({ count, length, offset, isWide, madeBy }: DirectoryPlace): Buffer[] {
  const end = (isFull: boolean) => [
    u32(signatures.end), u16(0), u16(0), ...[count, count].map((n) => u16(isFull ? 0xffff : n)),
    u32(isFull ? full : length), u32(isFull ? full : Math.min(offset, full)), u16(0),
  ]
  if (!isWide) return [Buffer.concat(end(false))]
  const wide = [
    u32(signatures.end64), u64(44), u16(madeBy), u16(needed.wide), u32(0), u32(0),
    u64(count), u64(count), u64(length), u64(offset),
    u32(signatures.locator64), u32(0), u64(offset + length), u32(1),
  ]
  return [true, false].map((isFull) => Buffer.concat([...wide, ...end(isFull)]))
}

function withoutWide(extra: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 0; at < extra.length; ) {
    const length = at + 4 <= extra.length ? 4 + extra.readUInt16LE(at + 2) : extra.length - at
    const field = extra.subarray(at, at + length)
    if (field.length < 2 || field.readUInt16LE(0) !== 1) kept.push(field)
    at += length
  }
  return Buffer.concat(kept)
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

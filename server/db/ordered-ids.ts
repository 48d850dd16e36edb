import { randomBytes } from 'node:crypto'

/**
 * Ids that follow each other: UUID version 7 (RFC 9562 §5.7), time in ms and then a counter of 30 bits. For rows that
 * come by the thousand and whose time is no secret: random ids would touch another page of the index for each row,
 * which more than halved the speed of an import. Not for subjects, whose id outlives them.
 */
export function orderedIds(now: number): () => string {
  let count = 0
  return () => {
    const bytes = randomBytes(16)
    bytes.writeUIntBE(now, 0, 6)
    bytes.writeUInt16BE(0x7000 | ((count >>> 18) & 0x0fff), 6)
    // Below the variant's two bits: the lower 18 bits of the counter, then 44 random ones.
    bytes.writeUInt8(0x80 | ((count >>> 12) & 0x3f), 8)
    bytes.writeUInt16BE(((count & 0x0fff) << 4) | ((bytes[10] ?? 0) & 0x0f), 9)
    count += 1
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
}

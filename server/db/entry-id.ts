import { randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/**
 * The id of an audit entry: a UUID of version 7 whose twelve bits after the time count within the millisecond (RFC 9562
 * §6.2, method 1); the other 62 bits are random. So entries that one process wrote at one moment, those of one
 * transaction above all, are numbered and shown in the order in which they were written. By this process's own clock,
 * which never goes back here: the desk's may be moved.
 */
export function entryId(): string {
  const now = Date.now()
  if (now > lastMs) [lastMs, counter] = [now, 0]
  else if (counter === 0xfff) [lastMs, counter] = [lastMs + 1, 0]
  else counter += 1
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

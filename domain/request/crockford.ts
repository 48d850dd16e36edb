/**
 * Crockford's base 32: digits and capitals without I, L, O and U. A symbol's index is its value (five bits).
 */
export const crockfordSymbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * What somebody typed or read aloud, as symbols: full-width forms folded, any case, spaces, hyphens and
 * invisible characters dropped, O read as 0, I and L as 1. Null if anything else is in it.
 */
export function readCrockford(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]*$/.test(text) ? text : null
}

/**
 * Bytes as symbols, most significant bit first, `length` of them; bits that are missing in front are zero.
 */
export function writeCrockford(bytes: Uint8Array, length: number): string {
  let rest = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
  let text = ''
  for (let i = 0; i < length; i++) {
    text = crockfordSymbols.charAt(Number(rest & 31n)) + text
    rest >>= 5n
  }
  return text
}

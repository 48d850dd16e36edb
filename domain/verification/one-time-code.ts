import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The six-digit code of a challenge, derived where it is sent and where it is checked, and stored nowhere.
 *
 * The first eight bytes of HMAC-SHA-256(K_otp, challenge id), read as a big-endian number, modulo 1,000,000,
 * with zeros in front. 2⁶⁴ is not a multiple of a million, but the most likely code is only 5 × 10⁻¹⁴
 * likelier than the least: no need to draw again. `key` is at least 32 bytes (else RangeError); tries and
 * time are the caller's guard.
 */
export function oneTimeCode(key: Uint8Array, challengeId: string): string {
  if (key.length < 32) throw new RangeError('the key of one-time codes has at least 32 bytes')
  if (challengeId === '') throw new RangeError('a one-time code belongs to a challenge')
  const mac = createHmac('sha256', key).update(challengeId, 'utf8').digest()
  return (mac.readBigUInt64BE(0) % 1_000_000n).toString().padStart(6, '0')
}

/**
 * Whether what somebody typed is the challenge's code. Spaces, hyphens and full-width digits are read as
 * meant; the comparison takes the same time wherever the digits differ.
 */
export function matchesOneTimeCode(key: Uint8Array, challengeId: string, typed: string): boolean {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, '')
  if (!/^\d{6}$/.test(digits)) return false
  return timingSafeEqual(Buffer.from(digits), Buffer.from(oneTimeCode(key, challengeId)))
}

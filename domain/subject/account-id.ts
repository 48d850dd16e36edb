import { faulty } from './normalised.ts'
import type { Normalised } from './normalised.ts'

const maxLength = 200

/**
 * The operator's own id of an account, byte for byte: no folding, no trimming, since only the operator knows
 * which of its ids are equal. Refused are the empty one, more than 200 UTF-16 units, control characters (0x1F
 * would make a registry tag ambiguous) and lone surrogates (they have no bytes).
 */
export function normaliseAccountId(raw: string): Normalised {
  if (raw === '') return faulty('empty')
  if (raw.length > maxLength) return faulty('too_long')
  if (/[\p{Surrogate}\p{Cc}]/u.test(raw)) return faulty('not_text')
  return { ok: true, value: raw }
}

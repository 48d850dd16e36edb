import type { IdentifierFault } from './normalised.ts'

/**
 * Text as somebody typed or pasted it, made comparable: NFKC (full-width digits and letters become plain
 * ones), and without white space and invisible format characters around it (a pasted number often begins with
 * U+202A). Returns the fault for lone surrogates, for text longer than `maxLength` UTF-16 units, and for
 * nothing at all.
 */
export function readTyped(raw: string, maxLength: number): { text: string } | { fault: IdentifierFault } {
  if (raw.length > maxLength) return { fault: 'too_long' }
  if (/\p{Surrogate}/u.test(raw)) return { fault: 'not_text' }
  const text = raw.normalize('NFKC').replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '')
  return text === '' ? { fault: 'empty' } : { text }
}

import { readCrockford, writeCrockford } from '../request/crockford.ts'

const randomBytes = 16
const length = 26

/**
 * The id of an answer of the gate: 128 random bits as 26 of Crockford's symbols, since a person reads it out
 * at the hotline. It says nothing about the answer; only refusals can be looked up by it (formats book,
 * *decision id*).
 */
export function decisionIdFrom(random16: Uint8Array): string {
  if (random16.length !== randomBytes) throw new RangeError('a decision id takes exactly 16 random bytes')
  return writeCrockford(random16, length)
}

/**
 * Whether a string is a decision id as {@link decisionIdFrom} writes it (130 bits of room, so the first is 0
 * to 7).
 */
export function isDecisionId(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text)
}

/**
 * The stored form of a decision id as somebody typed it (any case, any spaces, O as 0, I and L as 1), or
 * null.
 */
export function parseDecisionId(typed: string): string | null {
  const id = readCrockford(typed)
  return id !== null && isDecisionId(id) ? id : null
}

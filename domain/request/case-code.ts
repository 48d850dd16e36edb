import { spellingWords } from './case-code-spelling.ts'
import type { SpellingLocale } from './case-code-spelling.ts'
import { crockfordSymbols, readCrockford, writeCrockford } from './crockford.ts'

/**
 * The case code: eight random symbols c₁…c₈ (40 bits) and a check symbol c₉ = Σ αⁱ·cᵢ for i = 1…8, over
 * GF(32) = GF(2)[x] / (x⁵ + x² + 1) with α = x (the number 2), which generates all 31 non-zero elements.
 *
 * The check symbol's own weight is α⁰, so all nine weights differ and none is zero: every single wrong symbol
 * and every swap of two symbols, neighbours or not, is found (formats book, *case code*).
 */
const polynomial = 0b100101
const randomBytes = 5
const dataSymbols = 8

/** The code of a new case from five random bytes: nine characters, as stored and as in URLs. */
export function caseCodeFrom(random5: Uint8Array): string {
  if (random5.length !== randomBytes) throw new RangeError('a case code takes exactly five random bytes')
  const data = writeCrockford(random5, dataSymbols)
  return data + checkSymbol(data)
}

/** Whether a string is a case code exactly as stored: nine symbols in capitals, the last one right. */
export function isCaseCode(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{9}$/.test(text) && checkSymbol(text.slice(0, dataSymbols)) === text[dataSymbols]
}

/**
 * The stored form of a code as somebody typed it: O is read as 0, I and L as 1, any case, any spaces or
 * hyphens. Null when it is no case code; a wrong one is never somebody else's.
 */
export function parseCaseCode(typed: string): string | null {
  const code = readCrockford(typed)
  return code !== null && isCaseCode(code) ? code : null
}

/** A stored code as shown and printed: `K7M4 QXEH 9`. */
export function formatCaseCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`
}

/** A stored code as words to say, one for each of its nine symbols, in order. */
export function spellCaseCode(code: string, locale: SpellingLocale): readonly string[] {
  return Array.from(code, (symbol) => spellingWords[locale][symbol] ?? symbol)
}

function checkSymbol(data: string): string {
  // Horner's scheme, so that each symbol's weight needs no table: ((…(c₈·α + c₇)·α + …) + c₁)·α.
  let sum = 0
  for (let i = data.length - 1; i >= 0; i--) sum = timesAlpha(sum ^ crockfordSymbols.indexOf(data.charAt(i)))
  return crockfordSymbols.charAt(sum)
}

function timesAlpha(element: number): number {
  const shifted = element << 1
  return shifted & 0b100000 ? shifted ^ polynomial : shifted
}

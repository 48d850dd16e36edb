import { isCalendarDay } from './check-digits.ts'
import type { IdentifierFault } from './normalised.ts'

/** Decree of 23 December 1976, annex: values of 0–9, and of A–Z, at odd places (the first place is odd). */
const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
/** Omocodia: letters that stand for 0–9 when two people would have got the same code. */
const standIns = 'LMNPQRSTUV'
/** Surname, name, year, month, day, place of birth, check letter. */
export const codiceFiscaleForm = /^[A-Z]{6}[\dL-NP-V]{2}[ABCDEHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/
const months = 'ABCDEHLMPRST'

/**
 * The fault of an Italian tax code that has the outer form, or null: day of birth (women's days count from
 * 41) and check letter. A code with stand-in letters is somebody else's than the one with digits, so it is
 * kept as it is.
 */
export function codiceFiscaleFault(value: string): IdentifierFault | null {
  const digits = (from: number, to: number): number => {
    return Number(value.slice(from, to).replace(/[L-V]/g, (letter) => String(standIns.indexOf(letter))))
  }
  const day = digits(9, 11) % 40
  // The code holds two digits of the year: 29 February is refused only where neither century had it.
  const year = digits(6, 8)
  const month = months.indexOf(value.charAt(8)) + 1
  const known = isCalendarDay(1900 + year, month, day) || isCalendarDay(2000 + year, month, day)
  if (!known || digits(9, 11) > 71) return 'date_wrong'
  const symbols = Array.from(value.slice(0, 15))
  const sum = symbols.reduce((total, symbol, i) => total + worth(symbol, i % 2 === 0), 0)
  return String.fromCharCode(65 + (sum % 26)) === value[15] ? null : 'check_digit_wrong'
}

function worth(symbol: string, atOddPlace: boolean): number {
  const value = /\d/.test(symbol) ? Number(symbol) : symbol.charCodeAt(0) - 65
  return atOddPlace ? (odd[value] ?? 0) : value
}

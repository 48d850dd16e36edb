import { isCalendarDay, luhnHolds, mod11_10, mod11_2, verhoeffHolds, weightedSum } from './check-digits.ts'
import { codiceFiscaleFault, codiceFiscaleForm } from './codice-fiscale.ts'
import type { IdentifierFault } from './normalised.ts'

/** What is known of one country's id numbers. */
export interface NationalIdRule {
  /** How many characters it has, check digits included. */
  readonly length: number
  /** Its outer form, of the right length. */
  readonly form: RegExp
  /** What the first characters of one can be; tells a half-typed id from any other number. */
  readonly start: RegExp
  /** The fault of a value that has the form, or null. */
  readonly fault: (value: string) => IdentifierFault | null
}

const wrongCheck = (right: boolean): IdentifierFault | null => (right ? null : 'check_digit_wrong')
const number = (value: string, from: number, to: number): number => Number(value.slice(from, to))

/** The provinces of GB/T 2260: what tells a half-typed id from an account number of the same length. */
const chineseProvince = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d*X?$/

/** CN, GB 11643-1999: region (6), day of birth (8), sequence (3), ISO 7064 MOD 11-2. */
function chineseFault(value: string): IdentifierFault | null {
  if (!isCalendarDay(number(value, 6, 10), number(value, 10, 12), number(value, 12, 14))) return 'date_wrong'
  return wrongCheck(mod11_2(value.slice(0, 17)) === value[17])
}

/** BR, CPF: two digits modulo 11; eleven equal digits satisfy it and are never given out. */
function cpfFault(value: string): IdentifierFault | null {
  const digit = (length: number): string => {
    const weights = Array.from({ length }, (_, i) => length + 1 - i)
    return String(((weightedSum(value.slice(0, length), weights) * 10) % 11) % 10)
  }
  return wrongCheck(!/^(\d)\1{10}$/.test(value) && digit(9) === value[9] && digit(10) === value[10])
}

/**
 * DE, Steuer-Identifikationsnummer: of ten digits exactly one comes twice or three times; ISO 7064 MOD 11,10.
 */
function steuerIdFault(value: string): IdentifierFault | null {
  const counts = Array.from('0123456789', (digit) => value.slice(0, 10).split(digit).length - 1)
  const repeated = counts.filter((count) => count > 1)
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return 'wrong_format'
  return wrongCheck(mod11_10(value.slice(0, 10)) === value[10])
}

/** FR, NIR: 97 less the number modulo 97; Corsica's 2A and 2B count as 19 and 18. */
function nirFault(value: string): IdentifierFault | null {
  const digits = value.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return wrongCheck(97 - (Number(digits) % 97) === number(value, 13, 15))
}

/** ES, DNI and NIE: one letter by the number modulo 23; X, Y, Z in front count as 0, 1, 2. */
function dniFault(value: string): IdentifierFault | null {
  const digits = value.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return wrongCheck('TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(digits) % 23) === value[8])
}

/** IN, Aadhaar: Verhoeff. */
function aadhaarFault(value: string): IdentifierFault | null {
  return wrongCheck(verhoeffHolds(value))
}

/** PL, PESEL: the month carries the century (81–92: 1800s, 01–12: 1900s, 21–32, 41–52, 61–72). */
function peselFault(value: string): IdentifierFault | null {
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(number(value, 2, 4) / 20)] ?? 0
  const day = number(value, 4, 6)
  if (!isCalendarDay(century + number(value, 0, 2), number(value, 2, 4) % 20, day)) return 'date_wrong'
  return wrongCheck(weightedSum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0)
}

/**
 * SE, personnummer with its century; a coordination number adds 60 to the day. Luhn over the last ten digits.
 */
function personnummerFault(value: string): IdentifierFault | null {
  const day = number(value, 6, 8)
  if (!isCalendarDay(number(value, 0, 4), number(value, 4, 6), day > 60 ? day - 60 : day)) return 'date_wrong'
  return wrongCheck(luhnHolds(value.slice(2)))
}

/**
 * Countries whose id numbers can be checked. Every other one is held to the outer form alone
 * (`CC:[A-Z0-9]{4,32}`). A rule may be added; it is never made stricter without asking what is in the
 * registry already.
 */
export const nationalIdRules: Readonly<Record<string, NationalIdRule>> = {
  BR: { length: 11, form: /^\d{11}$/, start: /^\d+$/, fault: cpfFault },
  CN: { length: 18, form: /^[1-9]\d{5}(?:18|19|20)\d{9}[\dX]$/, start: chineseProvince, fault: chineseFault },
  DE: { length: 11, form: /^[1-9]\d{10}$/, start: /^[1-9]\d*$/, fault: steuerIdFault },
  ES: { length: 9, form: /^[XYZ\d]\d{7}[A-Z]$/, start: /^[XYZ\d]\d{0,7}[A-Z]?$/, fault: dniFault },
  FR: {
    length: 15,
    form: /^[1-478]\d{4}(?:\d\d|2A|2B)\d{8}$/,
    start: /^[1-478]\d{0,4}(?:2[AB])?\d*$/,
    fault: nirFault,
  },
  IN: { length: 12, form: /^[2-9]\d{11}$/, start: /^[2-9]\d*$/, fault: aadhaarFault },
  IT: { length: 16, form: codiceFiscaleForm, start: /^[A-Z]{6}[\dA-Z]*$/, fault: codiceFiscaleFault },
  PL: { length: 11, form: /^\d{11}$/, start: /^\d+$/, fault: peselFault },
  SE: { length: 12, form: /^(?:18|19|20)\d{10}$/, start: /^(?:18|19|20)\d*$/, fault: personnummerFault },
}

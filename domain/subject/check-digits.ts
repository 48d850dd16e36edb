/**
 * Arithmetic of check digits, each as its standard or law defines it. All take digits only, unless said
 * otherwise.
 */

/** Σ weight·digit, weights cycling from the left. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return Array.from(digits).reduce((sum, digit, i) => {
    return sum + Number(digit) * (weights[i % weights.length] ?? 0)
  }, 0)
}

/** ISO 7064 MOD 11-2 over the digits before it: `0`…`9` or `X`. */
export function mod11_2(digits: string): string {
  const sum = Array.from(digits).reduce((rest, digit) => ((rest + Number(digit)) * 2) % 11, 0)
  return '0123456789X'.charAt((12 - sum) % 11)
}

/** ISO 7064 MOD 11,10 over the digits before it. */
export function mod11_10(digits: string): string {
  const product = Array.from(digits).reduce((carry, digit) => {
    const sum = (carry + Number(digit)) % 10
    return ((sum === 0 ? 10 : sum) * 2) % 11
  }, 10)
  return String((11 - product) % 10)
}

/** Luhn (ISO/IEC 7812-1, annex B): whether the number, its check digit last, is right. */
export function luhnHolds(digits: string): boolean {
  const sum = Array.from(digits).reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** Verhoeff: multiplication in the dihedral group D5 and its permutation, generated rather than tabled. */
export function verhoeffHolds(digits: string): boolean {
  const check = Array.from(digits).reverse().reduce((state, digit, i) => {
    let permuted = Number(digit)
    for (let turn = 0; turn < i % 8; turn++) permuted = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4][permuted] ?? 0
    return inDihedralGroup(state, permuted)
  }, 0)
  return check === 0
}

/** The product in D5: 0…4 are rotations, 5…9 reflections. */
function inDihedralGroup(a: number, b: number): number {
  const [turn, by] = [a % 5, b % 5]
  const rotated = a < 5 ? (turn + by) % 5 : (turn - by + 5) % 5
  return a < 5 === b < 5 ? rotated : rotated + 5
}

/** Whether year, month and day are a day of the (proleptic) Gregorian calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (lengths[month - 1] ?? 0)
}

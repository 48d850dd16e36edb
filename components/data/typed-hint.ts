import { isCaseCode, parseCaseCode } from '#domain/request/case-code.ts'

/** What somebody seems to be typing; `key` is below `desk.typed`. A guide for the eye: the server judges. */
export interface TypedHint {
  key:
    | 'email' | 'emailUnfinished' | 'caseCode' | 'caseCodeMissing' | 'caseCodeWrong' | 'nationalId'
    | 'nationalIdWrong' | 'nationalIdMissing' | 'phoneChina' | 'phoneChinaMissing' | 'phoneAbroad' | 'number' | 'other'
  missing: number
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** ISO 7064 MOD 11-2, as on Chinese identity cards (GB 11643). */
function cardDigitFits(id: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0)
  return '10X98765432'[sum % 11] === id[17]
}

/**
 * Recognises what is typed while it is typed: the kind, the country, what is missing, a check digit that is wrong.
 * Phone numbers are read in full on the server; here only what a glance can tell.
 */
export function typedHint(raw: string): TypedHint | null {
  const text = raw.normalize('NFKC').trim()
  if (text === '') return null
  const hint = (key: TypedHint['key'], missing = 0): TypedHint => ({ key, missing })
  if (text.includes('@')) return hint(/^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(text) ? 'email' : 'emailUnfinished')
  const bare = text.replace(/[\s().-]/g, '').toUpperCase()
  if (/^(\+|00)/.test(bare)) {
    const chinese = /^(?:\+|00)86(\d*)$/.exec(bare)
    return chinese === null ? hint('phoneAbroad') : phoneOfChina(chinese[1] ?? '')
  }
  if (/^1[3-9]\d{0,9}$/.test(bare) && bare.length >= 3) return phoneOfChina(bare)
  if (/^[1-9]\d{16}[\dX]$/.test(bare)) return hint(cardDigitFits(bare) ? 'nationalId' : 'nationalIdWrong')
  if (/^[1-9]\d{11,16}$/.test(bare) && /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|81|82|83)/.test(bare)) {
    return hint('nationalIdMissing', 18 - bare.length)
  }
  if (isCaseCode(parseCaseCode(bare) ?? '')) return hint('caseCode')
  if (/^(?=.*[A-Z])[0-9A-Z]{4,9}$/.test(bare)) {
    return bare.length === 9 ? hint('caseCodeWrong') : hint('caseCodeMissing', 9 - bare.length)
  }
  return hint(/^\d+$/.test(bare) ? 'number' : 'other')
}

function phoneOfChina(digits: string): TypedHint {
  const missing = 11 - digits.length
  return missing > 0 ? { key: 'phoneChinaMissing', missing } : { key: missing === 0 ? 'phoneChina' : 'number', missing: 0 }
}

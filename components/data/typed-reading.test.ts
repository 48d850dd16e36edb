import { describe, expect, it } from 'vitest'
import { caseCodeFrom, formatCaseCode } from '#domain/request/case-code.ts'
import { typedReading } from './typed-reading.ts'

const read = (text: string, home = 'CN') => typedReading(text, home)
const code = caseCodeFrom(new Uint8Array([7, 61, 202, 19, 88]))

describe('what somebody seems to be typing', () => {
  it('is nothing while the field is empty', () => {
    expect(read('  ')).toBeNull()
  })

  it('is a phone of its country with the digits that are missing, however it is written', () => {
    expect(read('138 1234 56')).toMatchObject({ key: 'phoneMissing', country: 'CN', missing: 2, readBack: null })
    for (const text of ['138-1234-5678', '+86 (138) 1234 5678', '0086 138 1234 5678', '１３８１２３４５６７８']) {
      expect(read(text), text).toMatchObject({ key: 'phone', country: 'CN', readBack: '+86 138 1234 5678' })
    }
  })

  it('is a phone of the country that it says itself, or of the one where the desk is at home', () => {
    expect(read('+1 (514) 721-4711')).toMatchObject({ key: 'phone', country: 'CA' })
    expect(read('+49 30 26')).toMatchObject({ country: 'DE', readBack: null })
    expect(read('+1 514')).toMatchObject({ country: null, callingCode: '+1' })
    expect(read('030 26550280', 'DE')).toMatchObject({ key: 'phone', country: 'DE', readBack: '+49 30 26550280' })
  })

  it('is a phone that no country has, or with digits too many', () => {
    expect(read('+86 138 1234 5678 9012')).toMatchObject({ key: 'phoneTooLong', wrong: true })
  })

  it('is an e-mail, unfinished until it has a domain', () => {
    expect(read('chen@')?.key).toBe('emailUnfinished')
    expect(read('chen@example')?.key).toBe('emailUnfinished')
    expect(read("O'Brien+x@Example.cn")).toMatchObject({ key: 'email', readBack: "o'brien+x@example.cn" })
  })

  it('is a national id of its country, judged by its check digit and its date', () => {
    expect(read('11010519491231002x')).toMatchObject({
      key: 'nationalIdChecked', country: 'CN', readBack: '1101 0519 4912 3100 2X', wrong: false,
    })
    expect(read('110105194912310021')).toMatchObject({ key: 'nationalIdWrong', wrong: true, readBack: null })
    expect(read('110105194913310021')).toMatchObject({ key: 'nationalIdDate', wrong: true })
    expect(read('11010519491231')).toMatchObject({ key: 'nationalIdMissing', missing: 4 })
    expect(read('es: 12345678-Z')).toMatchObject({ key: 'nationalIdChecked', country: 'ES' })
    expect(read('pl:4405140135')).toMatchObject({ key: 'nationalIdMissing', country: 'PL', missing: 1 })
    expect(read('hk:A123456(3)')).toMatchObject({ key: 'nationalId', country: 'HK' })
    expect(read('CN:')?.key).toBe('nationalIdCountry')
  })

  it('is a case code with its last character judged', () => {
    expect(read(code.toLowerCase())).toMatchObject({ key: 'caseCode', readBack: formatCaseCode(code) })
    expect(read('K7M4 QX')).toMatchObject({ key: 'caseCodeMissing', missing: 3 })
    expect(read('K7M4 QXEH 8')).toMatchObject({ key: 'caseCodeWrong', wrong: true, readBack: null })
  })

  it('is an account id where it is one word of its own kind', () => {
    expect(read('2088123456787735')).toMatchObject({ key: 'account', country: null, readBack: '2088123456787735' })
  })

  it('says that nobody is found by a name', () => {
    expect(read('陈建国')?.key).toBe('name')
    expect(read('Maria Huber')?.key).toBe('name')
    expect(read('Huber')?.key).toBe('accountOrName')
  })

  it('never fails on what people paste', () => {
    for (const text of ['😀', '=1+1', 'x'.repeat(400), '+', '@', '00', "Robert'); DROP TABLE", '\ud800', 'CN:', ':']) {
      expect(read(text), JSON.stringify(text)).not.toBeNull()
    }
  })
})

import { describe, expect, it } from 'vitest'
import { phonePlace } from './phone-place.ts'

const seen = (typed: string) => phonePlace(typed, 'CN')

describe('where a phone belongs', () => {
  it('is home for a national number, whole or not', () => {
    expect(seen('1381').country).toBe('CN')
    expect(seen('１３８-1234-5678')).toMatchObject({ country: 'CN', written: '+86 138 1234 5678' })
    expect(phonePlace('030 26550280', 'DE').country).toBe('DE')
  })

  it('is the country that the number says itself', () => {
    expect(seen('+44 20 7946 0958')).toMatchObject({ country: 'GB', callingCode: '+44' })
    expect(seen('0049 030 26550280')).toEqual({ country: 'DE', callingCode: '+49', written: '+49 30 26550280' })
  })

  it('is nowhere while countries share a code and the digits do not tell', () => {
    expect(seen('+1 514 721')).toMatchObject({ country: null, callingCode: '+1' })
    expect(seen('+1 514 721 4711').country).toBe('CA')
    expect(seen('+999')).toEqual({ country: null, callingCode: null, written: null })
  })
})

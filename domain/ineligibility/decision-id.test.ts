import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decisionIdFrom, isDecisionId, parseDecisionId } from './decision-id.ts'

const random16 = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes))

describe('a decision id', () => {
  it('keeps all 128 bits: different bytes give different ids', () => {
    fc.assert(fc.property(random16, fc.nat(127), (bytes, bit) => {
      const other = new Uint8Array(bytes)
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(decisionIdFrom(other)).not.toBe(decisionIdFrom(bytes))
      expect(isDecisionId(decisionIdFrom(bytes))).toBe(true)
    }))
  })

  it('is read as it is said on the phone', () => {
    fc.assert(fc.property(random16, (bytes) => {
      const id = decisionIdFrom(bytes)
      const typed = id.toLowerCase().replaceAll('0', 'O').replaceAll('1', 'l').replace(/(.{5})/g, '$1 ')
      expect(parseDecisionId(typed)).toBe(id)
    }))
  })

  it.each(['', '8'.repeat(26), '0'.repeat(25), '0'.repeat(27), `${'0'.repeat(25)}U`, `${'0'.repeat(25)}a`])(
    'is not %j', (text) => expect(isDecisionId(text)).toBe(false),
  )

  it('takes sixteen random bytes and no other number of them', () => {
    expect(() => decisionIdFrom(new Uint8Array(15))).toThrow(RangeError)
  })
})

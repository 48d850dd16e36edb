import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalJson, NotCanonical } from './canonical-json.ts'
import type { JsonValue } from './canonical-json.ts'

const written = (value: JsonValue) => new TextDecoder().decode(canonicalJson(value))
const json = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }) as fc.Arbitrary<JsonValue>

describe('canonical JSON', () => {
  it('agrees with another implementation of RFC 8785', () => {
    fc.assert(fc.property(json, (value) => {
      expect(written(value)).toBe(canonicalize(value))
    }), { numRuns: 2_000 })
  })

  it('writes every double as the other implementation does', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(written(value)).toBe(canonicalize(value))
    }), { numRuns: 2_000 })
  })

  it('does not depend on the order in which keys were set', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.integer()), fc.nat(), (value, turn) => {
      const entries = Object.entries(value)
      const turned = Object.fromEntries([...entries.slice(turn % (entries.length + 1)), ...entries])
      expect(written(turned)).toBe(written(value))
    }))
  })

  it('is read back as the same value and written again as the same bytes', () => {
    fc.assert(fc.property(json, (value) => {
      expect(written(JSON.parse(written(value)))).toBe(written(value))
    }))
  })

  const circle: unknown[] = []
  circle.push([circle])
  it.each([
    ['NaN', [Number.NaN], 'not_finite'],
    ['infinity', { a: -Infinity }, 'not_finite'],
    ['a lone high surrogate', 'a\ud800b', 'lone_surrogate'],
    ['a lone low surrogate in a key', { '\udc00': 1 }, 'lone_surrogate'],
    ['undefined', undefined, 'not_json'],
    ['a member that is undefined', { a: undefined }, 'not_json'],
    ['a hole', [1, , 2], 'not_json'],
    ['a bigint', 1n, 'not_json'],
    ['a function', () => 1, 'not_json'],
    ['a date, which JSON.stringify would turn into text', new Date(0), 'not_json'],
    ['a map, which JSON.stringify would empty', new Map([[1, 2]]), 'not_json'],
    ['bytes', new Uint8Array(2), 'not_json'],
    ['a symbol key, which JSON.stringify would drop', { [Symbol('s')]: 1 }, 'not_json'],
    ['a circle', circle, 'circular'],
  ])('refuses %s', (_, value, reason) => {
    const refusal = expect.objectContaining({ reason })
    expect(() => canonicalJson(value as JsonValue)).toThrow(refusal)
    expect(() => canonicalJson(value as JsonValue)).toThrow(NotCanonical)
  })

  it('takes the same object twice beside itself: that is no circle', () => {
    const shared = { a: 1 }
    expect(written([shared, shared])).toBe('[{"a":1},{"a":1}]')
  })
})

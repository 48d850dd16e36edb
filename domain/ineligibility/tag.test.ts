import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { identifierTypes } from '../subject/normalised.ts'
import { nextGeneration, NotTaggable, registryTag } from './tag.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => new Uint8Array(bytes))
const type = fc.constantFrom(...identifierTypes)
const value = fc.string({ unit: 'binary', minLength: 1 })

describe('a registry tag', () => {
  it('knows everyone after two rotations: a stored tag, rotated raw, is what a new entry would get', () => {
    const people = fc.array(fc.tuple(type, value), { minLength: 1 })
    fc.assert(fc.property(fc.tuple(key, key, key), people, ([k1, k2, k3], all) => {
      for (const [kind, normalised] of all) {
        const stored = registryTag([k1], kind, normalised)
        const once = nextGeneration(stored.tag, k2)
        const twice = nextGeneration(once, k3)
        expect(registryTag([k1, k2], kind, normalised)).toEqual({ tag: once, generation: 2 })
        expect(registryTag([k1, k2, k3], kind, normalised)).toEqual({ tag: twice, generation: 3 })
      }
    }))
  })

  it('never lets a phone match an id: the type is part of it', () => {
    fc.assert(fc.property(key, value, (k, normalised) => {
      const tags = identifierTypes.map((kind) => Buffer.from(registryTag([k], kind, normalised).tag).toString('hex'))
      expect(new Set(tags).size).toBe(identifierTypes.length)
    }))
  })

  it('is 32 bytes and says nothing without the right key', () => {
    const one = registryTag([new Uint8Array(32).fill(1)], 'phone', '+8613812345678')
    const other = registryTag([new Uint8Array(32).fill(2)], 'phone', '+8613812345678')
    expect(one.tag).toHaveLength(32)
    expect(one.tag).not.toEqual(other.tag)
  })

  it('depends on the order of the generations', () => {
    const [a, b] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
    expect(registryTag([a, b], 'email', 'x@y.zz').tag).not.toEqual(registryTag([b, a], 'email', 'x@y.zz').tag)
  })

  it.each([
    ['without a key', [], '+8613812345678'],
    ['with a short key', [new Uint8Array(31)], '+8613812345678'],
    ['with a later key that is short', [new Uint8Array(32), new Uint8Array(16)], '+8613812345678'],
    ['of nothing', [new Uint8Array(32)], ''],
    ['of half a character, which UTF-8 would fold with others', [new Uint8Array(32)], '\ud800'],
  ])('is refused %s', (_, keys, normalised) => {
    expect(() => registryTag(keys, 'phone', normalised)).toThrow(NotTaggable)
  })
})

import { describe, expect, it } from 'vitest'

import { canonicalJson } from '#domain/audit/canonical-json.ts'
import { commitment } from '#domain/audit/commitment.ts'
import { decodeEntry, encodeEntry, leafHash } from '#domain/audit/entry.ts'
import type { AuditEntry } from '#domain/audit/entry.ts'
import { planHash } from '#domain/erasure/plan-hash.ts'
import type { HashedPlan } from '#domain/erasure/plan-hash.ts'
import { decisionIdFrom } from '#domain/ineligibility/decision-id.ts'
import { nextGeneration, registryTag } from '#domain/ineligibility/tag.ts'
import { caseCodeFrom } from '#domain/request/case-code.ts'
import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import { oneTimeCode } from '#domain/verification/one-time-code.ts'

import canonicalVectors from './canonical-json.json' with { type: 'json' }
import caseCodeVectors from './case-code.json' with { type: 'json' }
import commitmentVectors from './commitment.json' with { type: 'json' }
import decisionIdVectors from './decision-id.json' with { type: 'json' }
import entryVectors from './entry.json' with { type: 'json' }
import identifierVectors from './identifier.json' with { type: 'json' }
import oneTimeCodeVectors from './one-time-code.json' with { type: 'json' }
import planHashVectors from './plan-hash.json' with { type: 'json' }
import registryTagVectors from './registry-tag.json' with { type: 'json' }

/**
 * Every expected value in these files was made by `generate.py`, which shares nothing with the code under
 * test.
 */
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex')
const text = (value: Uint8Array) => Buffer.from(value).toString('utf8')

describe('the fixed formats, against a second implementation', () => {
  it.each(canonicalVectors.values)('writes $canonical', ({ source, canonical }) => {
    expect(text(canonicalJson(JSON.parse(source)))).toBe(canonical)
  })

  it.each(canonicalVectors.numbers)('writes the double $bits as RFC 8785 appendix B does', ({ bits, canonical }) => {
    expect(text(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE()))).toBe(canonical)
  })

  it.each(entryVectors)('encodes $entry.what and its leaf', ({ entry, text: expected, leaf }) => {
    const encoded = encodeEntry(entry as unknown as AuditEntry)
    expect(text(encoded)).toBe(expected)
    expect(hex(leafHash(encoded))).toBe(leaf)
    expect(decodeEntry(encoded)).toEqual(entry)
  })

  it.each(commitmentVectors)('commits to $name', ({ salt, name, value, commitment: expected }) => {
    expect(commitment(bytes(salt), name, value)).toBe(expected)
  })

  it.each(caseCodeVectors)('makes the case code $code', ({ random, code }) => {
    expect(caseCodeFrom(bytes(random))).toBe(code)
  })

  it.each(decisionIdVectors)('makes the decision id $id', ({ random, id }) => {
    expect(decisionIdFrom(bytes(random))).toBe(id)
  })

  it.each(oneTimeCodeVectors)('derives the one-time code of $challenge', ({ key, challenge, code }) => {
    expect(oneTimeCode(bytes(key), challenge)).toBe(code)
  })

  it.each(registryTagVectors.people)('tags $type $normalised in every generation', ({ type, normalised, tags }) => {
    const keys = registryTagVectors.keys.map(bytes)
    tags.forEach((tag, i) => {
      const made = registryTag(keys.slice(0, i + 1), type as IdentifierType, normalised)
      expect({ tag: hex(made.tag), generation: made.generation }).toEqual({ tag, generation: i + 1 })
      const key = keys[i + 1]
      if (key !== undefined) expect(hex(nextGeneration(bytes(tag), key))).toBe(tags[i + 1])
    })
  })

  it.each(identifierVectors.phone)('reads the phone $raw ($country)', ({ raw, country, value }) => {
    expect(normaliseIdentifier('phone', raw, country === null ? {} : { country })).toEqual({ ok: true, value })
  })

  it.each(identifierVectors.email)('reads the e-mail $raw', ({ raw, value }) => {
    expect(normaliseIdentifier('email', raw)).toEqual({ ok: true, value })
  })

  it.each(identifierVectors.national_id)('reads the national id $raw of $country', ({ raw, country, value }) => {
    const bare = normaliseIdentifier('national_id', raw, { country })
    expect(bare.ok ? bare.value : null).toBe(value)
    expect(normaliseIdentifier('national_id', `${country}:${raw}`)).toEqual(bare)
  })

  it.each(planHashVectors)('hashes a plan as $hash', ({ plan, hash }) => {
    expect(planHash(plan as unknown as HashedPlan)).toBe(hash)
  })
})

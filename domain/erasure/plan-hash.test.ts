import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planHash, type HashedPlan } from './plan-hash.ts'
import type { PlanLine } from './plan-line.ts'

const line: PlanLine = {
  system: 'shop', role: 'own', collection: 'score', field: null, action: 'delete', params: {},
  basis: null, for: null, from_field: null, reason: null,
}
const mask: PlanLine = {
  ...line, collection: 'customer', field: 'name', action: 'mask', params: { do: 'constant', value: 'erased' }, reason: 'needed',
}
const plan: HashedPlan = { v: 1, kind: 'deletion', scope: 'account', service: null, mark: 'yes', lines: [line, mask] }

const anyLine = fc.record<PlanLine>({
  system: fc.constantFrom('shop', 'scores'),
  role: fc.constantFrom('own', 'processor', 'recipient'),
  collection: fc.string(),
  field: fc.option(fc.string()),
  action: fc.constantFrom('delete', 'mask', 'keep'),
  params: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
  basis: fc.option(fc.string()),
  for: fc.option(fc.string()),
  from_field: fc.option(fc.string()),
  reason: fc.option(fc.string()),
})

describe('the hash of a plan', () => {
  it('is the SHA-256 of the canonical form, written here by hand', () => {
    const written =
      '{"kind":"deletion","lines":[' +
      '{"action":"delete","basis":null,"collection":"score","field":null,"for":null,"from_field":null,' +
      '"params":{},"reason":null,"role":"own","system":"shop"},' +
      '{"action":"mask","basis":null,"collection":"customer","field":"name","for":null,"from_field":null,' +
      '"params":{"do":"constant","value":"erased"},"reason":"needed","role":"own","system":"shop"}' +
      '],"mark":"yes","scope":"account","service":null,"v":1}'
    expect(planHash(plan)).toBe(createHash('sha256').update(written).digest('hex'))
  })

  it('does not change with the order of lines, nor with a line that is there twice', () => {
    const anyOrder = fc.array(anyLine, { maxLength: 8 }).chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    )
    fc.assert(fc.property(
      anyOrder,
      ([lines, shuffled]) => {
        expect(planHash({ ...plan, lines: [...shuffled, ...shuffled] })).toBe(planHash({ ...plan, lines }))
      },
    ))
  })

  it('does not change with anything that stands beside a line', () => {
    const counted = { ...line, rows: 7, until: '2034-01-01' }
    expect(planHash({ ...plan, lines: [counted, mask] })).toBe(planHash(plan))
  })

  it('changes with every part of a line, with the mark, the kind and the scope', () => {
    const others: HashedPlan[] = [
      { ...plan, mark: 'none' },
      { ...plan, kind: 'deregistration' },
      { ...plan, scope: 'service', service: 'credit_scoring' },
      { ...plan, lines: [line] },
      ...Object.keys(line).map((key) => ({ ...plan, lines: [{ ...mask, [key]: 'other' }, line] })),
    ]
    expect(new Set([plan, ...others].map(planHash)).size).toBe(others.length + 1)
  })
})

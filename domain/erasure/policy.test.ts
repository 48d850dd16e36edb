import { describe, expect, it } from 'vitest'
import { parsePolicy } from './parse-policy.ts'
import type { EraseAction } from './policy.ts'

const rule = (text: string) => `version: 1\nrules:\n  - ${text}\n`
const eraseOf = (text: string): EraseAction | null => {
  const action = parsePolicy(rule(`{ match: { category: user }, erase: ${text} }`)).rules[0]?.action
  return action && 'erase' in action ? action.erase : null
}

describe('a policy file', () => {
  it.each<[string, EraseAction]>([
    ['row', { do: 'row' }],
    ['{ do: row }', { do: 'row' }],
    ['null', { do: 'null' }],
    ['{ do: null }', { do: 'null' }],
    ['constant', { do: 'constant', value: 'erased' }],
    ['{ do: constant, value: 0 }', { do: 'constant', value: 0 }],
    ['random', { do: 'random' }],
    ['{ do: keep_last, n: 2 }', { do: 'keep_last', n: 2 }],
    ['{ do: truncate_date, value: month }', { do: 'truncate_date', to: 'month' }],
    ['pseudonym', { do: 'pseudonym' }],
  ])('takes erase: %s', (text, action) => {
    expect(eraseOf(text)).toEqual(action)
  })

  it('takes what is kept, why, for how long and without what', () => {
    const [first] = parsePolicy(rule(
      'match: { collection: invoice }\n    keep: { basis: tax law, for: 10 years, from_field: day, mask: { address: null } }\n    shared: detach',
    )).rules
    expect(first).toMatchObject({
      match: { collection: ['invoice'], field: null },
      service: null,
      action: { keep: { basis: 'tax law', for: 'P10Y', until: null, fromField: 'day' } },
      shared: 'detach',
    })
    expect(first && 'keep' in first.action && [...first.action.keep.mask]).toEqual([['address', { do: 'null' }]])
    const until = parsePolicy(rule('{ match: { collection: i }, keep: { basis: claim, until: 2032-12-31 } }')).rules[0]
    expect(until?.action).toMatchObject({ keep: { until: '2032-12-31' } })
  })

  it.each([
    ['{ match: { category: user } }', 'either erase or keep'],
    ['{ match: { category: user }, erase: row, keep: { basis: x } }', 'either erase or keep'],
    ['{ match: { category: user }, erase: shred }', 'rules[0].erase'],
    ['{ match: { categories: user }, erase: row }', 'rules[0].match'],
    ['{ match: { category: user }, origin: derived, erase: row }', 'without the service'],
    ['{ match: { category: user }, service: a, origin: guessed, erase: row }', 'rules[0].origin'],
    ['{ match: {}, keep: { basis: x, for: soon, from_field: day } }', 'rules[0].keep.for'],
    ['{ match: {}, keep: { basis: x, for: P1Y } }', 'from_field'],
    ['{ match: {}, keep: { basis: x, for: P1Y, from_field: d, until: 2030-01-01 } }', 'both'],
    ['{ match: {}, keep: { for: P1Y, from_field: d } }', 'rules[0].keep.basis'],
    ['{ match: {}, erase: { do: keep_last, n: 0 } }', 'rules[0].erase'],
  ])('is refused with the place where it is wrong: %s', (text, place) => {
    expect(() => parsePolicy(rule(text))).toThrow(place)
  })

  it('is refused without a rule or a version', () => {
    expect(() => parsePolicy('version: 1\nrules: []')).toThrow('at least one rule')
    expect(() => parsePolicy('rules: [{ match: {}, erase: row }]')).toThrow('version')
  })
})

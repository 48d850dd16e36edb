import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMasked, lengthOfMask, maskedCell } from './mask-value.ts'
import type { MaskAction } from './policy.ts'

const means = { place: '["k","customer","[\\"1\\"]","name"]', pseudonymKey: new Uint8Array(32).fill(7) }
const actions: MaskAction[] = [
  { do: 'null' }, { do: 'constant', value: 'erased' }, { do: 'constant', value: 0 }, { do: 'constant', value: false },
  { do: 'random' }, { do: 'pseudonym' }, { do: 'keep_last', n: 4 },
  { do: 'truncate_date', to: 'year' }, { do: 'truncate_date', to: 'month' },
]

describe('masking a value', () => {
  it('leaves what it recognises as masked, and changes that no more', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.date({ noInvalidDate: true }).map((d) => d.toISOString()))
    fc.assert(fc.property(fc.constantFrom(...actions), text, (action, value) => {
      const once = maskedCell(action, value, means)
      expect(isMasked(action, once)).toBe(true)
      expect(maskedCell(action, once, means)).toEqual(once)
    }))
  })

  it('is never longer than it says, dates aside', () => {
    fc.assert(fc.property(fc.constantFrom(...actions), fc.string({ maxLength: 400 }), (action, value) => {
      fc.pre(!isMasked(action, value))
      expect([...String(maskedCell(action, value, means) ?? '')].length).toBeLessThanOrEqual(lengthOfMask(action))
    }))
  })

  it('leaves NULL alone', () => {
    for (const action of actions) expect(maskedCell(action, null, means)).toBeNull()
  })

  it('makes a random mask of the place alone, a pseudonym of the value alone', () => {
    const other = { ...means, place: 'elsewhere' }
    expect(maskedCell({ do: 'random' }, 'Ann', means)).toBe(maskedCell({ do: 'random' }, 'Bob', means))
    expect(maskedCell({ do: 'random' }, 'Ann', means)).not.toBe(maskedCell({ do: 'random' }, 'Ann', other))
    expect(maskedCell({ do: 'pseudonym' }, 'Ann', means)).toBe(maskedCell({ do: 'pseudonym' }, 'Ann', other))
    expect(maskedCell({ do: 'pseudonym' }, 'Ann', means)).not.toBe(maskedCell({ do: 'pseudonym' }, 'Bob', means))
  })

  it('shows the tail of a long value and nothing of a short one', () => {
    expect(maskedCell({ do: 'keep_last', n: 4 }, '+1 (514) 721-4711', means)).toBe('••••4711')
    expect(maskedCell({ do: 'keep_last', n: 4 }, '12345', means)).toBe('••••')
    expect(maskedCell({ do: 'keep_last', n: 2 }, 'name 👨‍👩‍👧é', means)).toBe('••••👨‍👩‍👧é')
  })

  it('takes a date to the beginning of its month or year, and an unreadable one away', () => {
    expect(maskedCell({ do: 'truncate_date', to: 'year' }, '1987-05-23 10:00:00', means)).toBe('1987-01-01')
    expect(maskedCell({ do: 'truncate_date', to: 'month' }, '1987-05-23', means)).toBe('1987-05-01')
    expect(maskedCell({ do: 'truncate_date', to: 'year' }, 'in May', means)).toBeNull()
  })

  it('knows a constant in the writing that a database gives it back in', () => {
    expect(isMasked({ do: 'constant', value: 'erased' }, 'erased    ')).toBe(true)
    expect(isMasked({ do: 'constant', value: 0 }, '0.00')).toBe(true)
    expect(isMasked({ do: 'constant', value: '1900-01-01' }, '1900-01-01 00:00:00')).toBe(true)
    expect(isMasked({ do: 'constant', value: false }, 'f')).toBe(true)
    expect(isMasked({ do: 'constant', value: 'erased' }, 'Ann')).toBe(false)
    expect(isMasked({ do: 'constant', value: '1900-01-01' }, '1900-01-01 10:00:00')).toBe(false)
  })
})

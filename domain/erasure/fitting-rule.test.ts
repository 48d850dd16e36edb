import { describe, expect, it } from 'vitest'
import { isBelow, isPersonal } from './category.ts'
import { parseDataset } from './dataset.ts'
import { fittingRule } from './fitting-rule.ts'
import type { ErasureInstruction } from './instruction.ts'
import { parsePolicy } from './parse-policy.ts'

const [note] = parseDataset(`
dataset:
  - fides_key: shop
    collections:
      - name: note
        fields:
          - { name: mail, data_categories: [user.contact.email] }
          - { name: contacts, data_categories: [user.contacts] }
`).collections
const policy = parsePolicy(`
version: 1
rules:
  - { match: { field: mail }, service: scoring, origin: derived, erase: { do: constant, value: a } }
  - { match: { collection: [letter, note], category: user.contact }, service: scoring, origin: provided, erase: { do: constant, value: b } }
  - { match: { category: user.contact }, erase: { do: constant, value: c } }
  - { match: { category: user }, erase: row }
`)
const account: ErasureInstruction = { kind: 'deletion', scope: { scope: 'account' }, holds: [], at: 0 }
const service = (name: string): ErasureInstruction => ({ ...account, scope: { scope: 'service', service: name } })

function ruleFor(field: string, instruction: ErasureInstruction, system = 'shop'): unknown {
  const found = note?.fields.find(({ name }) => name === field)
  if (!note || !found) throw new Error('no such field')
  const action = fittingRule(policy, instruction, system, note, found)?.action ?? null
  if (action === null) return null
  return 'keep' in action ? action.keep.basis : 'value' in action.erase ? action.erase.value : action.erase.do
}

describe('the rule that fits a field', () => {
  it('is the first that does', () => {
    expect(ruleFor('mail', account)).toBe('a')
  })

  it('fits a category by whole segments', () => {
    expect(ruleFor('contacts', account)).toBe('row')
    expect(isBelow('user.contacts', 'user.contact')).toBe(false)
    expect(isBelow('user.contact.email', 'user.contact')).toBe(true)
    expect(isPersonal(['system.operations', 'user'])).toBe(true)
    expect(isPersonal(['users'])).toBe(false)
  })

  it('counts for its service alone, and without one for the account alone', () => {
    expect(ruleFor('mail', service('scoring'))).toBe('a')
    expect(ruleFor('mail', service('bikes'))).toBeNull()
    expect(ruleFor('contacts', service('scoring'))).toBeNull()
  })

  it('counts for a void enrolment only where the service derived the data', () => {
    const voided = { ...service('scoring'), kind: 'void_enrolment' as const }
    expect(ruleFor('mail', voided)).toBe('a')
    expect(ruleFor('contacts', voided)).toBeNull()
  })

  it('gives way to a hold on everything, on its service or on the system, and to no other', () => {
    const held = (hold: ErasureInstruction['holds'][number]) => ruleFor('mail', { ...account, holds: [hold] })
    expect(held({ covers: 'everything' })).toBe('legal_hold')
    expect(held({ covers: 'service', service: 'scoring' })).toBe('legal_hold')
    expect(held({ covers: 'service', service: 'bikes' })).toBe('a')
    expect(held({ covers: 'systems', systems: ['shop'] })).toBe('legal_hold')
    expect(held({ covers: 'systems', systems: ['archive'] })).toBe('a')
  })
})

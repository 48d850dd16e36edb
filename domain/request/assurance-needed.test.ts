import { describe, expect, it } from 'vitest'
import { assuranceNeeded, levelToCancel, levelToDispute, type AssuranceFacts } from './assurance-needed.ts'

const plain: AssuranceFacts = {
  contactChangedDaysAgo: null, sensitive: false, optOut: false, askedByPerson: true, fromConsentEvent: false,
  contactChangedDays: 30,
}

describe('how sure one must be (§5.1)', () => {
  it('asks for nothing to withdraw marketing, which laws forbid to make harder', () => {
    expect(assuranceNeeded('consent_withdrawal', { ...plain, optOut: true })).toBe(0)
  })

  const surely = ['consent_withdrawal', 'deregistration', 'void_enrolment', 'objection'] as const

  it.each(surely)('asks for 2 for %s', (kind) => {
    expect(assuranceNeeded(kind, { ...plain, sensitive: true, contactChangedDaysAgo: 0 })).toBe(2)
  })

  it.each(['deletion', 'access'] as const)('asks for 2 for %s, and 3 when a contact changed lately', (kind) => {
    expect(assuranceNeeded(kind, plain)).toBe(2)
    expect(assuranceNeeded(kind, { ...plain, contactChangedDaysAgo: 30 })).toBe(3)
    expect(assuranceNeeded(kind, { ...plain, contactChangedDaysAgo: 31 })).toBe(2)
    expect(assuranceNeeded(kind, { ...plain, sensitive: true })).toBe(3)
  })

  it('asks for no level where staff ask on their own evidence, or where the will is on record', () => {
    expect(assuranceNeeded('ineligibility', plain)).toBe(0)
    expect(assuranceNeeded('ineligibility_correction', plain)).toBe(2)
    expect(assuranceNeeded('ineligibility_correction', { ...plain, askedByPerson: false })).toBe(0)
    expect(assuranceNeeded('deregistration', { ...plain, fromConsentEvent: true })).toBe(0)
  })

  it('asks for 2 to cancel, 1 to say "that was not me", and 2 to say it again', () => {
    expect([levelToCancel, levelToDispute(0), levelToDispute(1)]).toEqual([2, 1, 2])
  })
})

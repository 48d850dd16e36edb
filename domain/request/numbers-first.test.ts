import { describe, expect, it } from 'vitest'
import { requestKinds } from './kinds.ts'
import { seesNumbersFirst } from './numbers-first.ts'
import { defaultRequestSettings } from './settings.ts'

describe('whoever submits a request sees its numbers first', () => {
  it('where it erases and nobody decides in between', () => {
    const these = requestKinds.filter((kind) => seesNumbersFirst(kind, defaultRequestSettings))
    expect(these).toEqual(['deregistration', 'void_enrolment'])
  })

  it('and not where a supervisor decides on them', () => {
    const settings = { approvalNotNeeded: ['consent_withdrawal', 'void_enrolment'] as const }
    const these = requestKinds.filter((kind) => seesNumbersFirst(kind, settings))
    expect(these).toEqual(['void_enrolment'])
  })
})

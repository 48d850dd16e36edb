import { describe, expect, it } from 'vitest'
import { doubtsOf, outcomeWithinMs, type CallFacts } from './call-doubts.ts'

const ended = 1_000_000
const later = ended + outcomeWithinMs.ofEnd + 1
const call = (more: Partial<CallFacts> = {}): CallFacts => ({
  startedAt: 0, endedAt: ended, outcome: 'question_answered', found: 'one', level: 2, reveals: 0, cases: 0, ...more,
})

describe('what speaks against a call', () => {
  it('is nothing where a question was answered, or a request explains what was shown', () => {
    expect(doubtsOf(call(), later)).toEqual([])
    expect(doubtsOf(call({ outcome: 'request_opened', cases: 1, reveals: 2 }), later)).toEqual([])
    expect(doubtsOf(call({ outcome: 'not_found', found: 'none', level: 0 }), later)).toEqual([])
    expect(doubtsOf(call({ outcome: 'not_verified', level: 1 }), later)).toEqual([])
  })

  it('is a missing outcome an hour after its end, or half a day after the beginning of one that never ended', () => {
    expect(doubtsOf(call({ outcome: null }), ended + outcomeWithinMs.ofEnd)).toEqual([])
    expect(doubtsOf(call({ outcome: null }), later)).toEqual(['no_outcome'])
    const never = call({ outcome: null, endedAt: null })
    expect(doubtsOf(never, outcomeWithinMs.ofStart)).toEqual([])
    expect(doubtsOf(never, outcomeWithinMs.ofStart + 1)).toEqual(['no_outcome'])
  })

  it('is an outcome that says otherwise than the look-up', () => {
    expect(doubtsOf(call({ outcome: 'not_found' }), later)).toEqual(['found_though_not_found'])
    expect(doubtsOf(call({ outcome: 'not_verified' }), later)).toEqual(['verified_though_not'])
    expect(doubtsOf(call({ outcome: 'wrong_number' }), later)).toEqual(['looked_up_at_wrong_number'])
    expect(doubtsOf(call({ outcome: 'request_opened' }), later)).toEqual(['case_missing'])
  })

  it('is a field that was shown while no case was touched, whatever the outcome', () => {
    expect(doubtsOf(call({ reveals: 1 }), later)).toEqual(['reveal_without_request'])
    expect(doubtsOf(call({ reveals: 1, outcome: 'not_found' }), later)).toEqual(['found_though_not_found', 'reveal_without_request'])
  })
})

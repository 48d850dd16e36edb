import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goodConsent, jan2018 } from '#tests/support/consent-examples.ts'
import { consentRejection, mayFollow, type AdmitFacts } from './admit.ts'
import { consentStates, type ConsentEvent, type ConsentState } from './consent-event.ts'
import { currentState, currentStates } from './current-state.ts'

const onDay = (day: number, state: ConsentState, change: Partial<ConsentEvent> = {}): ConsentEvent => {
  const at = jan2018 + day * 86_400_000
  return { ...goodConsent, id: `e${day}`, state, occurredAt: at, recordedAt: at, ...change }
}
/** Events a day apart, in this order. */
const story = (...states: (ConsentState | [ConsentState, Partial<ConsentEvent>])[]): ConsentEvent[] =>
  states.map((one, day) => (typeof one === 'string' ? onDay(day, one) : onDay(day, ...one)))
const stateAfter = (...events: ConsentEvent[]) => currentState('credit_scoring', events).state

describe('the current state of a purpose', () => {
  it('is unknown without an event', () => {
    expect(currentState('credit_scoring', [])).toEqual({
      purpose: 'credit_scoring', state: 'ConsentUnknown', eventId: null, since: null, noticeVersion: null,
    })
  })

  it('is the last word', () => {
    expect(stateAfter(...story('ConsentGiven'))).toBe('ConsentGiven')
    expect(stateAfter(...story('ConsentGiven', 'ConsentWithdrawn'))).toBe('ConsentWithdrawn')
    expect(stateAfter(...story('ConsentGiven', 'ConsentRefused'))).toBe('ConsentRefused')
    expect(stateAfter(...story('ConsentRefused', 'ConsentGiven'))).toBe('ConsentGiven')
    expect(stateAfter(...story('ConsentGiven', 'ConsentExpired', 'RenewedConsentGiven'))).toBe('RenewedConsentGiven')
  })

  it('goes by when things happened, not by when they were recorded', () => {
    const withdrawn = onDay(1, 'ConsentWithdrawn')
    const late = onDay(0, 'ConsentGiven', { recordedAt: withdrawn.recordedAt + 1 })
    expect(stateAfter(withdrawn, late)).toBe('ConsentWithdrawn')
  })

  it('lets a later consent stand when an earlier one is found void or expires', () => {
    for (const state of ['ConsentInvalidated', 'ConsentExpired'] as const) {
      const events = story(['ConsentGiven', { noticeVersion: '3.1' }], 'ConsentGiven', [state, { noticeVersion: '3.1' }])
      expect(currentState('credit_scoring', events)).toMatchObject({ state: 'ConsentGiven', eventId: 'e1' })
      expect(stateAfter(...story('ConsentGiven', 'ConsentGiven', [state, { concerns: 'e0' }]))).toBe('ConsentGiven')
      expect(stateAfter(...story('ConsentGiven', [state, { concerns: 'e0' }]))).toBe(state)
    }
  })

  it('takes an invalidation that names nothing as about the defective ones', () => {
    const events = story('ConsentGiven', 'ConsentGiven', ['ConsentInvalidated', { noticeVersion: null }])
    expect(currentState('credit_scoring', events).state).toBe('ConsentInvalidated')
    expect(currentState('credit_scoring', events, (event) => event.id === 'e0').state).toBe('ConsentGiven')
  })

  it('is kept apart by purpose', () => {
    const events = story('ConsentGiven', ['ConsentRefused', { purpose: 'marketing' }])
    expect(currentStates(events).map(({ purpose, state }) => [purpose, state])).toEqual([
      ['credit_scoring', 'ConsentGiven'],
      ['marketing', 'ConsentRefused'],
    ])
  })

  it('does not depend on the order in which events are read', () => {
    const anyStory = fc.array(fc.constantFrom(...consentStates), { maxLength: 8 })
    fc.assert(
      fc.property(anyStory, fc.infiniteStream(fc.nat()), (states, keys) => {
        const events = story(...states)
        const shuffled = events.map((event) => ({ event, key: keys.next().value })).sort((a, b) => a.key - b.key)
        expect(currentStates(shuffled.map(({ event }) => event))).toEqual(currentStates(events))
      }),
      { seed: 21, numRuns: 200 },
    )
  })

  it('never says yes after a withdrawal, until the person agrees anew', () => {
    const noYes = fc.array(
      fc.constantFrom<ConsentState>('ConsentRefused', 'ConsentExpired', 'ConsentInvalidated', 'ConsentWithdrawn'),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...consentStates), { maxLength: 5 }), noYes, (before, after) => {
        expect(stateAfter(...story(...before, 'ConsentWithdrawn', ...after))).not.toMatch(/Given$/)
      }),
      { seed: 22, numRuns: 200 },
    )
  })
})

describe('whether an event is taken in', () => {
  const facts: AdmitFacts = {
    now: goodConsent.occurredAt, purposeKnown: true, subjectErased: false, barred: false, onFile: [],
  }

  it('is yes for an ordinary one', () => {
    expect(consentRejection(goodConsent, facts)).toBeNull()
  })

  it.each<[string, Partial<AdmitFacts>, string]>([
    ['an erased subject', { subjectErased: true }, 'subject-erased'],
    ['an unknown purpose', { purposeKnown: false }, 'unknown-purpose'],
    ['a moment that has not come', { now: goodConsent.occurredAt - 300_001 }, 'occurred-in-future'],
    ['a service whose gate says no', { barred: true }, 'not-eligible'],
  ])('is no for %s', (_case, change, reason) => {
    expect(consentRejection(goodConsent, { ...facts, ...change })).toBe(reason)
  })

  it('allows for a sender whose clock is a few minutes ahead', () => {
    expect(consentRejection(goodConsent, { ...facts, now: goodConsent.occurredAt - 300_000 })).toBeNull()
  })

  it('is yes for a barred person’s no', () => {
    for (const state of ['ConsentWithdrawn', 'ConsentRefused'] as const) {
      expect(consentRejection({ ...goodConsent, state }, { ...facts, barred: true }), state).toBeNull()
    }
    expect(consentRejection({ ...goodConsent, state: 'RenewedConsentGiven' }, { ...facts, barred: true })).toBe(
      'state-can-not-follow',
    )
  })

  it.each<[ConsentState, ConsentState[], boolean]>([
    ['ConsentGiven', [], true],
    ['ConsentGiven', ['ConsentWithdrawn'], true],
    ['ConsentRefused', ['ConsentGiven'], true],
    ['ConsentWithdrawn', [], true],
    ['RenewedConsentGiven', [], false],
    ['RenewedConsentGiven', ['ConsentGiven'], true],
    ['RenewedConsentGiven', ['ConsentGiven', 'ConsentExpired'], true],
    ['RenewedConsentGiven', ['ConsentGiven', 'ConsentWithdrawn'], false],
    ['ConsentExpired', [], false],
    ['ConsentExpired', ['ConsentGiven'], true],
    ['ConsentExpired', ['ConsentGiven', 'ConsentWithdrawn'], false],
    ['ConsentInvalidated', [], false],
    ['ConsentInvalidated', ['ConsentRefused'], false],
    ['ConsentInvalidated', ['ConsentGiven', 'ConsentWithdrawn'], true],
    ['ConsentUnknown', [], true],
    ['ConsentUnknown', ['ConsentGiven'], false],
  ])('%s after %j: %s', (state, before, expected) => {
    expect(mayFollow(onDay(before.length, state), story(...before))).toBe(expected)
  })

  it('looks at what happened before it, also when it is recorded late, and not at itself', () => {
    const onFile = story('ConsentGiven', 'ConsentWithdrawn')
    const late = onDay(2, 'ConsentExpired')
    const between = { ...late, occurredAt: jan2018 + 1 }
    expect(mayFollow(between, onFile)).toBe(true)
    expect(mayFollow(late, onFile)).toBe(false)
    const unknown = onDay(0, 'ConsentUnknown')
    expect(mayFollow(unknown, [{ ...unknown }])).toBe(true)
  })
})

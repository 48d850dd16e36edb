import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditScoring, goodConsent, jan2018, tickedConsent } from '#tests/support/consent-examples.ts'
import { consentStates, isGiving, type ConsentEvent, type ConsentState } from './consent-event.ts'
import { enrolmentPeriods, type EnrolmentContext, type PeriodStatus } from './enrolment.ts'
import { defectivePeriods, offeredFirst, standingOf, validPeriods } from './standing.ts'
import { verdict } from './verdict.ts'

const day = 86_400_000
const after = (days: number, change: Partial<ConsentEvent> = {}): ConsentEvent => {
  const at = goodConsent.occurredAt + days * day
  return { ...goodConsent, id: `d${days}`, occurredAt: at, recordedAt: at, ...change }
}
const periodsOf = (events: ConsentEvent[], change: Partial<EnrolmentContext> = {}) =>
  enrolmentPeriods(events, { ...creditScoring, ...change })
const statusesOf = (...question: Parameters<typeof periodsOf>) => periodsOf(...question).map(({ status }) => status)
const at = (days: number) => goodConsent.occurredAt + days * day

/** How one comes to stand before the event of a row of the table. */
const stand: Record<string, { events: ConsentEvent[]; change?: Partial<EnrolmentContext> }> = {
  not_enrolled: { events: [] },
  deregistered: { events: [goodConsent, after(1, { state: 'ConsentWithdrawn' })] },
  void: { events: [tickedConsent, after(1, { state: 'ConsentInvalidated', noticeVersion: '3.1' })] },
  erased: { events: [goodConsent], change: { erasedAt: [at(1)] } },
}

describe('the table of enrolment periods', () => {
  for (const [standing, { events, change }] of Object.entries(stand)) {
    it(`${standing}, a valid consent, gate yes: a new period`, () => {
      expect(standingOf(periodsOf(events, change))).toBe(standing)
      const periods = periodsOf([...events, after(5)], change)
      expect(standingOf(periods)).toBe('enrolled')
      expect(periods.at(-1)).toMatchObject({ from: at(5), to: null, status: 'enrolled', flagged: false })
      expect(periods.slice(0, -1)).toEqual(periodsOf(events, change))
    })

    it(`${standing}, a defective consent, gate yes: enrolled and flagged`, () => {
      const periods = periodsOf([...events, after(5, { noticeVersion: null })], change)
      expect(periods.at(-1)).toMatchObject({ status: 'enrolled', flagged: true, defects: [{ code: 'no_notice' }] })
      expect(standingOf(periods)).toBe('enrolled')
    })

    it(`${standing}, a consent to which the gate said no: nothing`, () => {
      const refused = { ...change, gateRefusals: new Set(['d5']) }
      expect(periodsOf([...events, after(5)], refused)).toEqual(periodsOf(events, change))
    })
  }

  it.each(['ConsentGiven', 'RenewedConsentGiven'] as const)('enrolled, %s: a further period', (state) => {
    expect(statusesOf([goodConsent, after(1, { state })])).toEqual(['enrolled', 'enrolled'])
    const left = after(1, { state, noticeVersion: '3.1', indication: 'left_preticked' })
    const [first, second] = periodsOf([goodConsent, left])
    expect([first?.flagged, second?.flagged]).toEqual([false, true])
  })

  it('enrolled, a consent to which the gate said no: refused', () => {
    expect(statusesOf([goodConsent, after(1)], { gateRefusals: new Set(['d1']) })).toEqual(['enrolled'])
  })

  it.each<ConsentState>(['ConsentWithdrawn', 'ConsentExpired'])('enrolled, %s: deregistered', (state) => {
    const [period] = periodsOf([goodConsent, after(1, { state })])
    expect(period).toMatchObject({ status: 'deregistered', from: at(0), to: at(1), endedBy: 'd1' })
  })

  it('enrolled, de-registered by a request: deregistered', () => {
    const periods = periodsOf([goodConsent], { closedAt: [at(2)] })
    expect(periods).toMatchObject([{ status: 'deregistered', to: at(2), endedBy: null }])
  })

  it('enrolled, found void: void', () => {
    const found = after(1, { state: 'ConsentInvalidated', noticeVersion: '3.1' })
    expect(periodsOf([tickedConsent, found])).toMatchObject([{ status: 'void', to: at(1), endedBy: 'd1' }])
  })

  it('any, erased: erased, which is final for the period and not for the standing', () => {
    const invalidated = after(3, { state: 'ConsentInvalidated', concerns: goodConsent.id })
    for (const { events } of Object.values(stand)) {
      const given = events.filter((event) => isGiving(event.state)).length
      expect(statusesOf([...events, invalidated], { erasedAt: [at(2)] })).toEqual(Array(given).fill('erased'))
    }
    const again = periodsOf([goodConsent, after(4)], { erasedAt: [at(2)] })
    expect(again.map(({ status }) => status)).toEqual(['erased', 'enrolled'])
    expect(standingOf(again)).toBe('enrolled')
  })
})

describe('enrolment periods', () => {
  it('follow the purpose that the service rests on, and no other', () => {
    const other = { purpose: 'marketing' }
    expect(periodsOf([after(0, other)])).toEqual([])
    expect(statusesOf([goodConsent, after(1, { ...other, state: 'ConsentWithdrawn' })])).toEqual(['enrolled'])
  })

  it('let a later valid period stand when the first is found void', () => {
    const events = [tickedConsent, after(1), after(2, { state: 'ConsentInvalidated', noticeVersion: '3.1' })]
    const periods = periodsOf(events)
    expect(periods.map(({ status }) => status)).toEqual(['void', 'enrolled'])
    expect(standingOf(periods)).toBe('enrolled')
    const unnamed = [tickedConsent, after(1), after(2, { state: 'ConsentInvalidated', noticeVersion: null })]
    expect(statusesOf(unnamed)).toEqual(['void', 'enrolled'])
  })

  it('can be found void after they ended, and keep the day on which they ended', () => {
    const events = [
      tickedConsent, after(1, { state: 'ConsentWithdrawn' }),
      after(2, { state: 'ConsentInvalidated', noticeVersion: '3.1' }),
    ]
    expect(periodsOf(events)).toMatchObject([{ status: 'void', to: at(1), endedBy: 'd1' }])
  })

  it('give the standing of the one that ended last, not of the one that began last', () => {
    const events = [
      tickedConsent, after(1), after(2, { state: 'ConsentExpired', concerns: 'd1' }),
      after(3, { state: 'ConsentInvalidated', noticeVersion: '3.1' }),
    ]
    expect(statusesOf(events)).toEqual(['void', 'deregistered'])
    expect(standingOf(periodsOf(events))).toBe('void')
    const other = [
      tickedConsent, after(1), after(2, { state: 'ConsentInvalidated', noticeVersion: '3.1' }),
      after(3, { state: 'ConsentWithdrawn' }),
    ]
    expect(standingOf(periodsOf(other))).toBe('deregistered')
  })

  it('are not ended by a refusal: the table has no such row', () => {
    expect(statusesOf([goodConsent, after(1, { state: 'ConsentRefused' })])).toEqual(['enrolled'])
  })

  it('tell which count and which are to be made void', () => {
    const both = periodsOf([tickedConsent, after(1)])
    expect(validPeriods(both).map((period) => period.restsOn.noticeVersion)).toEqual(['3.2'])
    expect(defectivePeriods(both).map((period) => period.restsOn.noticeVersion)).toEqual(['3.1'])
    expect(offeredFirst(both)).toBe('void_enrolment')
    const voided = periodsOf([tickedConsent, after(1, { state: 'ConsentInvalidated', noticeVersion: '3.1' })])
    expect([validPeriods(voided), defectivePeriods(voided), offeredFirst(voided)]).toEqual([[], [], null])
    expect(offeredFirst(periodsOf([goodConsent]))).toBeNull()
  })

  const eventArbitrary = fc.record({
    days: fc.integer({ min: 1, max: 12 }),
    state: fc.constantFrom(...consentStates),
    noticeVersion: fc.constantFrom('3.1', '3.2', null),
    purpose: fc.constantFrom('credit_scoring', 'credit_scoring', 'credit_scoring', 'marketing'),
  })
  const stories = fc.array(eventArbitrary, { maxLength: 10 }).map((list) =>
    list.map(({ days, ...change }, index) => after(days, { ...change, id: `e${index}` })),
  )
  const ends = fc.record({
    closedAt: fc.array(fc.integer({ min: 1, max: 12 }).map(at), { maxLength: 2 }),
    erasedAt: fc.array(fc.integer({ min: 1, max: 12 }).map(at), { maxLength: 2 }),
  })
  const until = (time: number, events: ConsentEvent[], change: { closedAt: number[]; erasedAt: number[] }) =>
    periodsOf(events.filter((event) => event.occurredAt <= time), {
      closedAt: change.closedAt.filter((end) => end <= time),
      erasedAt: change.erasedAt.filter((end) => end <= time),
    })

  const allowed: Record<PeriodStatus, PeriodStatus[]> = {
    enrolled: ['enrolled', 'deregistered', 'void', 'erased'],
    deregistered: ['deregistered', 'void', 'erased'],
    void: ['void', 'erased'],
    erased: ['erased'],
  }

  it('never revive, and never change what they rest on', () => {
    fc.assert(
      fc.property(stories, ends, (events, change) => {
        for (let days = 1; days < 12; days += 1) {
          const before = until(at(days), events, change)
          const next = until(at(days + 1), events, change)
          before.forEach((period, index) => {
            const later = next[index]
            expect(allowed[period.status]).toContain(later?.status)
            const { restsOn, from, defects } = period
            expect(later).toMatchObject({ restsOn, from, defects })
            if (period.to !== null) expect(later?.to).toBe(period.to)
          })
        }
      }),
      { seed: 31, numRuns: 150 },
    )
  })

  it('are one for each consent of the service, running exactly while they have no end', () => {
    fc.assert(
      fc.property(stories, ends, (events, change) => {
        const periods = periodsOf(events, change)
        const given = events.filter((event) => event.purpose === 'credit_scoring' && isGiving(event.state))
        expect(periods.map((period) => period.restsOn.eventId).sort()).toEqual(given.map((event) => event.id).sort())
        for (const period of periods) {
          expect(period.to === null).toBe(period.status === 'enrolled')
          expect(period.to ?? Infinity).toBeGreaterThanOrEqual(period.from)
          expect(period.flagged).toBe(period.defects.length > 0)
        }
        expect(standingOf(periods) === 'enrolled').toBe(periods.some((period) => period.to === null))
      }),
      { seed: 32, numRuns: 300 },
    )
  })

  it('do not depend on the order in which events are read', () => {
    fc.assert(
      fc.property(stories, ends, (events, change) => {
        expect(periodsOf(events.toReversed(), change)).toEqual(periodsOf(events, change))
      }),
      { seed: 33, numRuns: 150 },
    )
  })
})

describe('the one sentence on top', () => {
  it('says when, and by a box that was ticked by default', () => {
    expect(verdict('credit_scoring', periodsOf([tickedConsent]), null)).toEqual({
      key: 'verdict.enrolled.preticked',
      params: { service: 'credit_scoring', at: jan2018, noticeVersion: '3.1', control: 'preticked_box' },
    })
  })

  it('follows the standing', () => {
    const key = (events: ConsentEvent[], change?: Partial<EnrolmentContext>) =>
      verdict('credit_scoring', periodsOf(events, change), null).key
    expect(key([goodConsent])).toBe('verdict.enrolled.valid')
    expect(key([tickedConsent, after(1)])).toBe('verdict.enrolled.valid_beside_defective')
    expect(key([after(1, { noticeVersion: null })])).toBe('verdict.enrolled.no_notice')
    expect(key([])).toBe('verdict.not_enrolled.never')
    for (const [standing, { events, change }] of Object.entries(stand)) {
      if (standing !== 'not_enrolled') expect(key(events, change)).toBe(`verdict.${standing}`)
    }
  })

  it('says how long it lasted, and when the person said no', () => {
    const ended = periodsOf([goodConsent, after(3, { state: 'ConsentWithdrawn' })])
    expect(verdict('credit_scoring', ended, at(1)).params).toEqual({ service: 'credit_scoring', from: at(0), to: at(3) })
    expect(verdict('credit_scoring', [], at(1))).toEqual({
      key: 'verdict.not_enrolled.refused', params: { service: 'credit_scoring', at: at(1) },
    })
  })
})

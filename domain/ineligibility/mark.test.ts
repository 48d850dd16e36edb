import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditScoring, goodConsent, tickedConsent } from '#tests/support/consent-examples.ts'
import { enrolmentPeriods } from '#domain/consent/enrolment.ts'
import { requestKinds } from '#domain/request/kinds.ts'
import { barsAlone, isBarred, type BarringEntry } from './bar.ts'
import { lostItsGround, markDecision, noMarkReasons, type MarkQuestion } from './mark.ts'

const valid = enrolmentPeriods([goodConsent], creditScoring)
const defective = enrolmentPeriods([tickedConsent], creditScoring)
const withdrawn = enrolmentPeriods(
  [goodConsent, { ...goodConsent, id: 'e2', state: 'ConsentWithdrawn', occurredAt: goodConsent.occurredAt + 1 }],
  creditScoring,
)
const invalidated = enrolmentPeriods(
  [goodConsent, { ...goodConsent, id: 'e2', state: 'ConsentInvalidated', occurredAt: goodConsent.occurredAt + 1 }],
  creditScoring,
)
const question: MarkQuestion = {
  kind: 'deletion', periods: valid, minor: false, deceased: false, lawMark: { mark: 'yes' }, objectionUpheld: false,
}
const decide = (change: Partial<MarkQuestion>) => markDecision({ ...question, ...change })

describe('whether a person is marked', () => {
  it('is yes for a deletion after a valid enrolment where the law allows it, keeping what it rested on', () => {
    expect(decide({})).toEqual({ mark: 'yes', noticeVersions: ['3.2'] })
    expect(decide({ kind: 'ineligibility' })).toEqual({ mark: 'yes', noticeVersions: ['3.2'] })
    expect(decide({ lawMark: { mark: 'yes', until: 99 } })).toEqual({ mark: 'yes', until: 99, noticeVersions: ['3.2'] })
  })

  it('stays yes for who de-registered first: leaving is no way to lose a record', () => {
    expect(decide({ periods: withdrawn }).mark).toBe('yes')
  })

  it('counts the valid period beside a defective one, and names only its notice', () => {
    expect(decide({ periods: [...defective, ...valid] })).toEqual({ mark: 'yes', noticeVersions: ['3.2'] })
  })

  it.each<[string, Partial<MarkQuestion>]>([
    ['kind_does_not_mark', { kind: 'void_enrolment' }],
    ['deceased', { deceased: true }],
    ['minor', { minor: true }],
    ['no_valid_enrolment', { periods: [] }],
    ['no_valid_enrolment', { periods: defective }],
    ['no_valid_enrolment', { periods: invalidated }],
    ['objection_upheld', { objectionUpheld: true }],
    ['law_says_no', { lawMark: { mark: 'no' } }],
    ['law_undecided', { lawMark: { mark: 'undecided' } }],
  ])('is no: %s', (reason, change) => {
    expect(decide(change)).toEqual({ mark: 'none', reason })
  })

  it('is never yes for a minor, for who died, or for who was never validly enrolled, whatever else is true', () => {
    const anything = fc.record({
      kind: fc.constantFrom(...requestKinds),
      periods: fc.constantFrom(valid, defective, withdrawn, invalidated, [], [...defective, ...valid]),
      minor: fc.boolean(),
      deceased: fc.boolean(),
      lawMark: fc.record({ mark: fc.constantFrom('yes' as const, 'no' as const, 'undecided' as const) }),
      objectionUpheld: fc.boolean(),
    })
    fc.assert(
      fc.property(anything, (asked) => {
        const decision = markDecision(asked)
        const allowed =
          (asked.kind === 'deletion' || asked.kind === 'ineligibility') && !asked.minor && !asked.deceased &&
          !asked.objectionUpheld && asked.lawMark.mark === 'yes' &&
          asked.periods.some((period) => period.defects.length === 0 && period.status !== 'void')
        expect(decision.mark).toBe(allowed ? 'yes' : 'none')
        if (decision.mark === 'none') expect(noMarkReasons).toContain(decision.reason)
      }),
      { seed: 41, numRuns: 500 },
    )
  })

  it('is undone when everything it rested on is found defective, and only then', () => {
    expect(lostItsGround(['3.1', '3.2'], new Set(['3.1', '3.2', '4.0']))).toBe(true)
    expect(lostItsGround(['3.1', '3.2'], new Set(['3.1']))).toBe(false)
    expect(lostItsGround([], new Set(['3.1']))).toBe(false)
  })
})

describe('what bars', () => {
  it('is a national or account id by itself, and a phone or e-mail only if nobody else was known to hold it', () => {
    expect(barsAlone('national_id', 3, false)).toBe(true)
    expect(barsAlone('account_id', 3, false)).toBe(true)
    for (const type of ['phone', 'email'] as const) {
      expect(barsAlone(type, 0, true)).toBe(true)
      expect(barsAlone(type, 1, true)).toBe(false)
      expect(barsAlone(type, 0, false)).toBe(false)
    }
  })

  const entry: BarringEntry = {
    tags: [
      { tag: 'national', barsAlone: true },
      { tag: 'phone', barsAlone: false },
      { tag: 'email', barsAlone: false },
    ],
    endsAt: null,
    supersededAt: null,
  }
  const barred = (brought: string[], change: Partial<BarringEntry> = {}) =>
    isBarred({ ...entry, ...change }, new Set(brought), 1000)

  it('is one strong match, or two weak ones of the same entry', () => {
    expect(barred(['national'])).toBe(true)
    expect(barred(['phone'])).toBe(false)
    expect(barred(['phone', 'email'])).toBe(true)
    expect(barred(['phone', 'somebody-else'])).toBe(false)
    expect(barred([])).toBe(false)
  })

  it('does not count the same tag twice', () => {
    const twice = [{ tag: 'phone', barsAlone: false }, { tag: 'phone', barsAlone: false }]
    expect(barred(['phone'], { tags: twice })).toBe(false)
  })

  it('is nothing once the entry ended or was superseded', () => {
    expect(barred(['national'], { endsAt: 1000 })).toBe(false)
    expect(barred(['national'], { endsAt: 1001 })).toBe(true)
    expect(barred(['national'], { supersededAt: 1000 })).toBe(false)
  })
})

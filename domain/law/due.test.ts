import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestKinds } from '#domain/request/kinds.ts'
import { cnWorkingDays2026 } from './cn-working-days-2026.ts'
import { decideBy } from './decide-by.ts'
import { dueFor, extensionUntil, type DueQuestion } from './due.ts'
import { startingLawTable, withLawRows } from './law-table.ts'

const dayMs = 86_400_000
const ask = (question: Partial<DueQuestion> & { receivedAt: number }) =>
  dueFor({ kind: 'deletion', jurisdictions: ['CN'], table: startingLawTable, overrides: cnWorkingDays2026, ...question })
const dueOn = (question: Partial<DueQuestion> & { receivedAt: number }) => ask(question).clocks[0]?.dueOn

describe('the due date', () => {
  it('is 30 days in China, to the end of the day in Shanghai', () => {
    const due = ask({ receivedAt: Date.UTC(2026, 10, 2, 2), scope: 'service' })
    expect(new Date(due.dueAt).toISOString()).toBe('2026-12-02T15:59:59.999Z')
    expect(due).toMatchObject({ law: 'pipl', acknowledgeAt: null })
  })

  it('counts from the day of receipt in the person’s place, not in UTC', () => {
    expect(dueOn({ receivedAt: Date.parse('2026-11-02T15:59:59Z'), scope: 'service' })).toBe('2026-12-02')
    expect(dueOn({ receivedAt: Date.parse('2026-11-02T16:00:00Z'), scope: 'service' })).toBe('2026-12-03')
  })

  it('is 15 working days for a whole account in China, and is explained line by line', () => {
    const due = ask({ receivedAt: Date.parse('2026-01-03T09:00:00+08:00'), scope: 'account' })
    // 4 January is worked, 3 January and the following weekends are not.
    expect(due.lines).toEqual([
      { code: 'received', values: { date: '2026-01-03', zone: 'Asia/Shanghai' } },
      { code: 'answer', values: { amount: 15, unit: 'working_day', calendar: 'CN', zone: 'Asia/Shanghai' } },
      { code: 'due', values: { date: '2026-01-22', zone: 'Asia/Shanghai' } },
    ])
    expect(due.clocks.map((clock) => [clock.row, clock.dueOn])).toEqual([
      ['cn.account', '2026-01-22'],
      ['cn.pipl', '2026-02-02'],
    ])
  })

  it('goes over a long holiday, and falls to whichever deadline is earlier then', () => {
    const due = ask({ receivedAt: Date.parse('2026-09-18T09:00:00+08:00'), scope: 'account' })
    // Sep 20–24 are five, 28–30 three, Oct 8–10 three, 12–15 four: 25–27 Sep and 1–7 Oct are off.
    expect(due.clocks.map((clock) => [clock.row, clock.dueOn])).toEqual([
      ['cn.account', '2026-10-15'],
      ['cn.pipl', '2026-10-18'],
    ])
  })

  it.each([
    ['2026-03-05', '2026-04-07', 'Easter Sunday and Monday are over'],
    ['2026-01-31', '2026-03-02', '28 February is a Saturday'],
    ['2026-08-31', '2026-09-30', 'the month has no 31st'],
    ['2026-11-20', '2026-12-21', '20 December is a Sunday'],
  ])('is one month in the EU: from %s to %s, since %s', (received, due) => {
    expect(dueOn({ receivedAt: Date.parse(`${received}T12:00:00Z`), jurisdictions: ['DE'] })).toBe(due)
  })

  it('says when and why a last day rolled forward', () => {
    const { lines } = ask({ receivedAt: Date.parse('2026-03-05T12:00:00Z'), jurisdictions: ['DE'] })
    expect(lines.at(-2)).toEqual({ code: 'rolled', values: { from: '2026-04-05', to: '2026-04-07', calendar: 'DE' } })
  })

  it('takes two more months in the EU, counted from receipt', () => {
    const receivedAt = Date.parse('2026-01-31T12:00:00Z')
    const due = ask({ receivedAt, jurisdictions: ['FR'], extension: 'complexity' })
    expect(due.clocks[0]?.dueOn).toBe('2026-04-30')
    expect(due.lines).toContainEqual({ code: 'extended', values: { amount: 2, unit: 'month', reason: 'complexity' } })
  })

  it('does not extend a clock whose law grants nothing, and says so', () => {
    const due = ask({ receivedAt: Date.UTC(2026, 10, 2), jurisdictions: ['CN', 'DE'], extension: 'complexity' })
    expect(due.law).toBe('pipl')
    expect(due.lines).toContainEqual({ code: 'not_extendable', values: { reason: 'complexity' } })
  })

  it('tells to which date the law lets an answer be extended, if to any', () => {
    const receivedAt = Date.UTC(2026, 10, 2, 12)
    const base = { kind: 'deletion', table: startingLawTable, overrides: [], receivedAt } as const
    const extended = Date.parse('2027-02-02T22:59:59.999Z')
    expect(extensionUntil({ ...base, jurisdictions: ['DE'] }, 'complexity')).toBe(extended)
    expect(extensionUntil({ ...base, jurisdictions: ['DE', 'CN'] }, 'complexity')).toBeNull()
    expect(extensionUntil({ ...base, jurisdictions: ['US'] }, 'person_added_information')).toBeNull()
  })

  it('extends an FCRA objection only for information that the person added', () => {
    const receivedAt = Date.parse('2026-11-02T12:00:00Z')
    const objection = { receivedAt, jurisdictions: ['US'], kind: 'objection' } as const
    expect(dueOn(objection)).toBe('2026-12-02')
    expect(dueOn({ ...objection, extension: 'complexity' })).toBe('2026-12-02')
    expect(dueOn({ ...objection, extension: 'person_added_information' })).toBe('2026-12-17')
  })

  it('asks for an acknowledgement in California after 10 business days and an answer after 45 days', () => {
    const due = ask({ receivedAt: Date.parse('2026-11-20T20:00:00Z'), jurisdictions: ['US-CA'] })
    expect(due.clocks[0]?.dueOn).toBe('2027-01-04')
    // Thanksgiving and the day after are holidays there.
    expect(due.acknowledgeClocks[0]?.dueOn).toBe('2026-12-08')
    expect(due.acknowledgeAt).toBe(Date.parse('2026-12-08T23:59:59.999-08:00'))
  })

  it('asks for an acknowledgement of a British objection after 30 days', () => {
    const due = ask({ receivedAt: Date.parse('2026-11-02T12:00:00Z'), jurisdictions: ['GB'], kind: 'objection' })
    expect(due.acknowledgeClocks[0]?.dueOn).toBe('2026-12-02')
  })

  it('asks for the earlier of two acknowledgements where two laws want one', () => {
    const receivedAt = Date.parse('2026-11-02T12:00:00Z')
    const due = ask({ receivedAt, jurisdictions: ['GB', 'US-CA'], kind: 'objection' })
    expect(due.acknowledgeClocks.map((clock) => clock.dueOn)).toEqual(['2026-11-17', '2026-12-02'])
    expect(due.acknowledgeAt).toBe(due.acknowledgeClocks[0]?.dueAt)
  })

  it('starts in Britain once the identity information that was asked for is in, and nowhere else', () => {
    const receivedAt = Date.parse('2026-11-02T12:00:00Z')
    const identity = { askedAt: receivedAt, completeAt: Date.parse('2026-11-10T12:00:00Z') }
    expect(dueOn({ receivedAt, jurisdictions: ['GB'], identity })).toBe('2026-12-10')
    expect(dueOn({ receivedAt, jurisdictions: ['DE'], identity })).toBe('2026-12-02')
    const awaited = ask({ receivedAt, jurisdictions: ['GB'], identity: { askedAt: receivedAt, completeAt: null } })
    expect(awaited.clocks[0]?.dueOn).toBe('2026-12-02')
    expect(awaited.lines.map((line) => line.code)).toContain('waits_for_identity')
  })

  it('stops in Britain for scope in access requests alone', () => {
    const stopped = [{ reason: 'scope', ms: 2 * dayMs + 1 }] as const
    const question = { receivedAt: Date.parse('2026-11-02T12:00:00Z'), jurisdictions: ['GB'], stopped }
    expect(dueOn({ ...question, kind: 'access' })).toBe('2026-12-04')
    expect(dueOn({ ...question, kind: 'deletion' })).toBe('2026-12-02')
    expect(dueOn({ ...question, kind: 'access', stopped: [{ reason: 'caller', ms: 9 * dayMs }] })).toBe('2026-12-02')
  })

  it('lets a table stop working days too, and never ends on a day off', () => {
    const account = startingLawTable.filter((row) => row.id === 'cn.account')
    const stops = [{ reason: 'caller', kinds: 'all' }] as const
    const table = withLawRows(startingLawTable, account.map((row) => ({ ...row, stops })))
    const question = { receivedAt: Date.parse('2026-01-03T09:00:00+08:00'), scope: 'account', table } as const
    const due = ask({ ...question, stopped: [{ reason: 'caller', ms: 2 * dayMs }] })
    // 22 January is a Thursday; two days on is a Saturday, which falls back to Friday.
    expect(due.clocks[0]).toMatchObject({ row: 'cn.account', dueOn: '2026-01-23' })
    expect(due.lines).toContainEqual({ code: 'stopped', values: { days: 2, reason: 'caller' } })
  })

  it('is one month anywhere else', () => {
    const due = ask({ receivedAt: Date.parse('2026-11-22T12:00:00Z'), jurisdictions: [] })
    expect(due).toMatchObject({ law: 'any', dueAt: Date.parse('2026-12-22T23:59:59.999Z') })
  })

  it('needs a table that answers', () => {
    expect(() => ask({ receivedAt: 0, table: [] })).toThrow(RangeError)
  })

  const kind = fc.constantFrom(...requestKinds)
  const place = fc.constantFrom('CN', 'DE', 'GB', 'US', 'US-CA', 'BR', 'IN', 'CA', '*')
  const places = fc.array(place, { minLength: 1, maxLength: 4 })
  const receivedAt = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 0, 1) })

  it('is the earliest of the places’ own, whatever their order', () => {
    fc.assert(
      fc.property(kind, places, receivedAt, (asked, where, received) => {
        const together = ask({ kind: asked, jurisdictions: where, receivedAt: received })
        const alone = where.map((place) => ask({ kind: asked, jurisdictions: [place], receivedAt: received }).dueAt)
        expect(together.dueAt).toBe(Math.min(...alone))
        expect(ask({ kind: asked, jurisdictions: where.toReversed(), receivedAt: received })).toEqual(together)
      }),
      { seed: 14, numRuns: 60 },
    )
  })

  it('lies after receipt, is never brought forward by more time, and ends with its own line', () => {
    fc.assert(
      fc.property(kind, places, receivedAt, fc.nat(40), (asked, where, received, days) => {
        const question = { kind: asked, jurisdictions: where, receivedAt: received }
        const due = ask(question)
        expect(due.dueAt).toBeGreaterThan(received)
        expect(ask({ ...question, extension: 'complexity' }).dueAt).toBeGreaterThanOrEqual(due.dueAt)
        const stopped = [{ reason: 'scope', ms: days * dayMs }] as const
        expect(ask({ ...question, stopped }).dueAt).toBeGreaterThanOrEqual(due.dueAt)
        for (const clock of due.clocks) {
          expect(clock.lines[0]?.code).toBe('received')
          expect(clock.lines.at(-1)).toEqual({ code: 'due', values: { date: clock.dueOn, zone: clock.zone } })
        }
      }),
      { seed: 15, numRuns: 60 },
    )
  })
})

describe('the date to decide by', () => {
  it('leaves room for the cooling-off, the slowest system and the re-check', () => {
    const dueAt = Date.parse('2026-12-02T15:59:59.999Z')
    const question = { dueAt, coolingOffMs: 7 * dayMs, slowestSystemMs: dayMs / 2, recheckMs: dayMs }
    expect(new Date(decideBy(question)).toISOString()).toBe('2026-11-24T03:59:59.999Z')
  })
})

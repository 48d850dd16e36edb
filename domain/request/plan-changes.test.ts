import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planHash } from '#domain/erasure/plan-hash.ts'
import type { SystemPlan } from '#domain/erasure/plan.ts'
import type { PlanLine as HashedLine } from '#domain/erasure/plan-line.ts'
import { planChanges } from './plan-changes.ts'
import type { PlanLine, SubjectMark } from './plan-fact.ts'

const line = (place: string, action: PlanLine['action'], holdRef: string | null = null): PlanLine => {
  const [system = '', collection = '', field = null] = place.split('.')
  return { system, collection, field, action, reason: holdRef === null ? null : 'held', until: null, holdRef }
}
const yes: SubjectMark = { subjectId: 'p1', decision: { mark: 'yes' } }
const none: SubjectMark = { subjectId: 'p1', decision: { mark: 'none', reason: 'objection_upheld' } }

/** A plan as a desk makes it: hashed over the lines and whether anybody is marked. */
function planOf(hashed: readonly HashedLine[], marks: readonly SubjectMark[], lines: readonly PlanLine[]) {
  const mark = marks.some((one) => one.decision.mark === 'yes') ? 'yes' : 'none'
  const hash = planHash({ v: 1, kind: 'deletion', scope: 'account', service: null, mark, lines: hashed })
  const system: Pick<SystemPlan, 'lines'> = { lines: hashed }
  return {
    fact: { hash, marks, lines, systems: [], beyondNamed: false, defectivePeriods: 0 },
    systems: [system as SystemPlan],
  }
}

const plain = { role: 'own', params: {}, basis: null, for: null, from_field: null } as const
const plan = (lines: PlanLine[], ...marks: SubjectMark[]) =>
  planOf(lines.map((one) => ({ ...plain, ...one })), marks.length === 0 ? [yes] : marks, lines)
const factsOf = (hashed: readonly HashedLine[]): PlanLine[] =>
  hashed.map(({ system, collection, field, action, reason }) => ({
    system, collection, field, action, reason, until: null, holdRef: null,
  }))
const hashedPlan = (...lines: HashedLine[]) => planOf(lines, [yes], factsOf(lines))

describe('what differs between two plans', () => {
  it('is nothing when their lines say the same in another order', () => {
    const [one, two] = [line('shop.customer', 'delete'), line('shop.purchase.address', 'mask')]
    expect(planChanges(plan([one, two]), plan([two, one]))).toEqual([])
  })

  it('is the mark that an upheld objection took away, and the one that came', () => {
    expect(planChanges(plan([]), plan([], none))).toEqual([{ change: 'mark_removed', people: 1, of: 1 }])
    expect(planChanges(plan([], none), plan([]))).toEqual([{ change: 'mark_added', people: 1, of: 1 }])
  })

  it('is what a hold keeps of what was to go', () => {
    expect(planChanges(plan([line('shop.customer', 'delete')]), plan([line('shop.customer', 'keep', 'court-1')]))).toEqual([
      { change: 'line_changed', place: 'shop.customer', from: 'delete', to: 'held' },
    ])
  })

  it('is a collection that came and one that went, each by its name', () => {
    const before = plan([line('shop.old', 'delete'), line('shop.customer', 'delete')])
    const after = plan([line('shop.customer', 'delete'), line('shop.new.phone', 'mask')])
    expect(planChanges(before, after)).toEqual([
      { change: 'line_added', place: 'shop.new.phone', to: 'mask' },
      { change: 'line_removed', place: 'shop.old', from: 'delete' },
    ])
  })

  it('says the harder of two treatments where some rows of a target go and some stay', () => {
    const some = plan([line('shop.purchase', 'keep'), line('shop.purchase', 'delete')])
    expect(planChanges(plan([line('shop.purchase', 'keep')]), some)).toEqual([
      { change: 'line_changed', place: 'shop.purchase', from: 'keep', to: 'delete' },
    ])
  })

  it('is whom of several a mark no longer meets, and whom it meets instead', () => {
    const [one, notOne] = [yes, none]
    const two: SubjectMark = { subjectId: 'p2', decision: { mark: 'yes' } }
    const notTwo: SubjectMark = { subjectId: 'p2', decision: { mark: 'none', reason: 'minor' } }
    expect(planChanges(plan([], one, two), plan([], one, notTwo))).toEqual([{ change: 'mark_removed', people: 1, of: 2 }])
    expect(planChanges(plan([], one, notTwo), plan([], notOne, two))).toEqual([
      { change: 'mark_added', people: 1, of: 2 }, { change: 'mark_removed', people: 1, of: 2 },
    ])
  })

  it('is the ground of what stays, its span, and how something is masked', () => {
    const kept: HashedLine = {
      ...plain, system: 'shop', collection: 'invoice', field: null, action: 'keep', basis: 'tax', for: 'P10Y',
      from_field: 'issued_on', reason: 'retained',
    }
    const masked: HashedLine = {
      ...plain, system: 'shop', collection: 'invoice', field: 'name', action: 'mask', params: { do: 'null' }, reason: null,
    }
    const before = hashedPlan(kept, masked)
    for (const other of [{ basis: 'trade' }, { for: 'P20Y' }, { from_field: 'paid_on' }, { reason: 'needed' }]) {
      expect(planChanges(before, hashedPlan({ ...kept, ...other }, masked))).toEqual([
        { change: 'reason_changed', place: 'shop.invoice' },
      ])
    }
    for (const other of [{ params: { do: 'random' } }, { role: 'processor' as const }]) {
      expect(planChanges(before, hashedPlan(kept, { ...masked, ...other }))).toEqual([
        { change: 'way_changed', place: 'shop.invoice.name' },
      ])
    }
  })

  it('is never nothing when an approval of the one is none of the other', () => {
    const few = (...all: (string | null)[]) => fc.constantFrom(...all)
    const anyLine = fc.record<HashedLine>({
      system: fc.constantFrom('shop', 'scores'),
      role: fc.constantFrom('own', 'processor', 'recipient'),
      collection: fc.constantFrom('customer', 'invoice', 'a.b'),
      field: few(null, 'name', 'b'),
      action: fc.constantFrom('delete', 'mask', 'keep'),
      params: fc.oneof(fc.constant({}), fc.constant({ do: 'null' }), fc.constant({ do: 'keep_last', n: 4 })),
      basis: few(null, 'tax'),
      for: few(null, 'P10Y'),
      from_field: few(null, 'paid_on'),
      reason: few(null, 'retained', 'needed'),
    })
    const anyMarks = fc.constantFrom([yes], [none])
    const anyPlan = fc.tuple(fc.array(anyLine, { maxLength: 3 }), anyMarks)
      .map(([lines, marks]) => planOf(lines, marks, factsOf(lines)))
    fc.assert(fc.property(anyPlan, anyPlan, (before, after) => {
      const changes = planChanges(before, after)
      if (before.fact.hash === after.fact.hash) expect(changes).toEqual([])
      else expect(changes).not.toEqual([])
    }), { numRuns: 2_000 })
    // Of another kind, as a request that was read anew: nothing in its lines says so.
    const one = hashedPlan()
    expect(planChanges(one, { ...one, fact: { ...one.fact, hash: 'f'.repeat(64) } })).toEqual([{ change: 'otherwise' }])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planShrinks, type PlanLine } from './plan-fact.ts'

const line = (collection: string, field: string | null, action: PlanLine['action']): PlanLine => ({
  system: 'shop', collection, field, action, reason: null, until: null, holdRef: null,
})
const plan = (...lines: PlanLine[]) => ({ lines, marks: [] })
const anyLine = fc.record({
  collection: fc.constantFrom('customer', 'invoice'), field: fc.constantFrom(null, 'name'),
  action: fc.constantFrom('delete', 'mask', 'keep'),
}).map((l) => line(l.collection, l.field, l.action as PlanLine['action']))

describe('a frozen plan may only shrink', () => {
  it('lets a line become milder or go', () => {
    expect(planShrinks(plan(line('customer', null, 'delete')), plan(line('customer', null, 'keep')))).toBe(true)
    expect(planShrinks(plan(line('customer', null, 'delete')), plan(line('customer', 'name', 'mask')))).toBe(true)
    expect(planShrinks(plan(line('customer', null, 'delete')), plan())).toBe(true)
  })

  it('lets no line come, become harsher, or reach a whole row for a field', () => {
    expect(planShrinks(plan(), plan(line('customer', null, 'delete')))).toBe(false)
    expect(planShrinks(plan(line('customer', 'name', 'mask')), plan(line('customer', 'name', 'delete')))).toBe(false)
    expect(planShrinks(plan(line('customer', 'name', 'mask')), plan(line('customer', null, 'mask')))).toBe(false)
  })

  it('marks nobody whom the frozen plan did not mark', () => {
    const marks = (mark: 'yes' | 'none') => ({
      lines: [],
      marks: [{ subjectId: 'p1', decision: mark === 'yes' ? { mark } : { mark, reason: 'minor' } }],
    })
    expect(planShrinks(marks('yes'), marks('none'))).toBe(true)
    expect(planShrinks(marks('none'), marks('yes'))).toBe(false)
  })

  it('is the same after two steps as after one', () => {
    fc.assert(fc.property(fc.array(anyLine), fc.array(anyLine), fc.array(anyLine), (a, b, c) => {
      const [pa, pb, pc] = [plan(...a), plan(...b), plan(...c)]
      expect(planShrinks(pa, pa)).toBe(true)
      if (planShrinks(pa, pb) && planShrinks(pb, pc)) expect(planShrinks(pa, pc)).toBe(true)
    }), { seed: 20180103, numRuns: 2_000 })
  })
})

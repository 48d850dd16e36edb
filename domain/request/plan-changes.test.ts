import { describe, expect, it } from 'vitest'
import { planChanges } from './plan-changes.ts'
import type { PlanLine, SubjectMark } from './plan-fact.ts'

const line = (place: string, action: PlanLine['action'], holdRef: string | null = null): PlanLine => {
  const [system = '', collection = '', field = null] = place.split('.')
  return { system, collection, field, action, reason: holdRef === null ? null : 'held', until: null, holdRef }
}
const yes: SubjectMark = { subjectId: 'p1', decision: { mark: 'yes' } }
const none: SubjectMark = { subjectId: 'p1', decision: { mark: 'none', reason: 'objection_upheld' } }
const plan = (lines: PlanLine[], mark = yes) => ({ lines, marks: [mark] })

describe('what differs between two plans', () => {
  it('is nothing when their lines say the same in another order', () => {
    const [one, two] = [line('shop.customer', 'delete'), line('shop.purchase.address', 'mask')]
    expect(planChanges(plan([one, two]), plan([two, one]))).toEqual([])
  })

  it('is the mark that an upheld objection took away, and the one that came', () => {
    expect(planChanges(plan([]), plan([], none))).toEqual([{ change: 'mark_removed' }])
    expect(planChanges(plan([], none), plan([]))).toEqual([{ change: 'mark_added' }])
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
})

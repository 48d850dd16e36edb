/** What differs between two plans of one request, as a supervisor is told before deciding anew (§5.2 plan changed). */

import type { ErasurePlan } from '#domain/erasure/erasure-plan.ts'
import type { PlanLine as HashedLine } from '#domain/erasure/plan-line.ts'
import type { PlanLine, SubjectMark } from './plan-fact.ts'

/** What is done to a target; `held` is a line that stays because of a legal hold. */
export type Treatment = 'delete' | 'mask' | 'keep' | 'held'

export type PlanChange =
  | { change: 'line_added'; place: string; to: Treatment }
  | { change: 'line_removed'; place: string; from: Treatment }
  | { change: 'line_changed'; place: string; from: Treatment; to: Treatment }
  /** The same is done to it, on another ground, or until another date. */
  | { change: 'reason_changed'; place: string }
  /** The same is done to it, in another way: how it is masked, or what the system is to us. */
  | { change: 'way_changed'; place: string }
  /** `people` of the `of` whom the request names. */
  | { change: 'mark_added' | 'mark_removed'; people: number; of: number }
  /** What an approval is bound to differs, and nothing above says in what. */
  | { change: 'otherwise' }

type Compared = Pick<ErasurePlan, 'fact' | 'systems'>

const treatmentOf = (line: PlanLine): Treatment => (line.action === 'keep' && line.holdRef !== null ? 'held' : line.action)

/** `system.collection`, with the field where the line is about one. */
const placeOf = ({ system, collection, field }: Pick<PlanLine, 'system' | 'collection' | 'field'>): string =>
  [system, collection, ...(field === null ? [] : [field])].join('.')

/** A target may have several lines: rows that go and rows that stay. Its treatments are compared as a set. */
function treatments(lines: readonly PlanLine[]): Map<string, Treatment[]> {
  const found = new Map<string, Treatment[]>()
  for (const line of lines) {
    const known = found.get(placeOf(line)) ?? []
    const treatment = treatmentOf(line)
    if (!known.includes(treatment)) found.set(placeOf(line), [...known, treatment].toSorted())
  }
  return found
}

const marked = (marks: readonly SubjectMark[]): Set<string> =>
  new Set(marks.filter((one) => one.decision.mark === 'yes').map((one) => one.subjectId))

const groundOf = (line: HashedLine) => [line.action, line.reason, line.basis, line.for, line.from_field]
const wayOf = (line: HashedLine) => [line.action, line.role, Object.entries(line.params).toSorted()]

/** What the lines of one target say in one respect, in no order; a line that is there twice counts once. */
function saying(plan: Compared, place: string, respect: (line: HashedLine) => unknown[]): string {
  const lines = plan.systems.flatMap((system) => system.lines).filter((line) => placeOf(line) === place)
  return [...new Set(lines.map((line) => JSON.stringify(respect(line))))].toSorted().join()
}

/** The strongest treatment that one side has and the other has not; else the strongest there is. */
function said(own: readonly Treatment[], other: readonly Treatment[]): Treatment {
  const order: readonly Treatment[] = ['delete', 'mask', 'held', 'keep']
  const alone = order.find((one) => own.includes(one) && !other.includes(one))
  return alone ?? order.find((one) => own.includes(one)) ?? 'keep'
}

/**
 * What differs from `before` to `after`: the mark first, then each target by its name. Nothing when they are alike, and
 * always something when an approval of the one is none of the other.
 */
export function planChanges(before: Compared, after: Compared): PlanChange[] {
  const changes = [...markChanges(before.fact.marks, after.fact.marks)]
  const [was, is] = [treatments(before.fact.lines), treatments(after.fact.lines)]
  for (const place of [...new Set([...was.keys(), ...is.keys()])].toSorted()) {
    const [from, to] = [was.get(place), is.get(place)]
    if (from === undefined && to !== undefined) changes.push({ change: 'line_added', place, to: said(to, []) })
    else if (to === undefined && from !== undefined) changes.push({ change: 'line_removed', place, from: said(from, []) })
    else if (from !== undefined && to !== undefined && from.join() !== to.join()) {
      changes.push({ change: 'line_changed', place, from: said(from, to), to: said(to, from) })
    } else if (saying(before, place, groundOf) !== saying(after, place, groundOf)) {
      changes.push({ change: 'reason_changed', place })
    } else if (saying(before, place, wayOf) !== saying(after, place, wayOf)) {
      changes.push({ change: 'way_changed', place })
    }
  }
  if (changes.length === 0 && before.fact.hash !== after.fact.hash) changes.push({ change: 'otherwise' })
  return changes
}

/** Whom the one marks and the other does not. */
function* markChanges(before: readonly SubjectMark[], after: readonly SubjectMark[]): Generator<PlanChange> {
  const [was, is] = [marked(before), marked(after)]
  const of = new Set([...before, ...after].map((one) => one.subjectId)).size
  const added = [...is].filter((one) => !was.has(one)).length
  const removed = [...was].filter((one) => !is.has(one)).length
  if (added > 0) yield { change: 'mark_added', people: added, of }
  if (removed > 0) yield { change: 'mark_removed', people: removed, of }
}

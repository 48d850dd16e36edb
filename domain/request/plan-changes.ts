/** What differs between two plans of one request, as a supervisor is told before deciding anew (§5.2 plan changed). */

import type { PlanFact, PlanLine } from './plan-fact.ts'

/** What is done to a target; `held` is a line that stays because of a legal hold. */
export type Treatment = 'delete' | 'mask' | 'keep' | 'held'

export type PlanChange =
  | { change: 'line_added'; place: string; to: Treatment }
  | { change: 'line_removed'; place: string; from: Treatment }
  | { change: 'line_changed'; place: string; from: Treatment; to: Treatment }
  | { change: 'mark_added' }
  | { change: 'mark_removed' }

type Compared = Pick<PlanFact, 'lines' | 'marks'>

const treatmentOf = (line: PlanLine): Treatment => (line.action === 'keep' && line.holdRef !== null ? 'held' : line.action)

/** `system.collection`, with the field where the line is about one. */
const placeOf = ({ system, collection, field }: PlanLine): string =>
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

const marks = ({ marks: all }: Compared): boolean => all.some((one) => one.decision.mark === 'yes')

/** The strongest treatment that one side has and the other has not; else the strongest there is. */
function said(own: readonly Treatment[], other: readonly Treatment[]): Treatment {
  const order: readonly Treatment[] = ['delete', 'mask', 'held', 'keep']
  const alone = order.find((one) => own.includes(one) && !other.includes(one))
  return alone ?? order.find((one) => own.includes(one)) ?? 'keep'
}

/** What differs from `before` to `after`: the mark first, then each target by its name. Nothing when they are alike. */
export function planChanges(before: Compared, after: Compared): PlanChange[] {
  const changes: PlanChange[] = []
  if (!marks(before) && marks(after)) changes.push({ change: 'mark_added' })
  if (marks(before) && !marks(after)) changes.push({ change: 'mark_removed' })
  const [was, is] = [treatments(before.lines), treatments(after.lines)]
  for (const place of [...new Set([...was.keys(), ...is.keys()])].toSorted()) {
    const [from, to] = [was.get(place), is.get(place)]
    if (from === undefined && to !== undefined) changes.push({ change: 'line_added', place, to: said(to, []) })
    else if (to === undefined && from !== undefined) changes.push({ change: 'line_removed', place, from: said(from, []) })
    else if (from !== undefined && to !== undefined && from.join() !== to.join()) {
      changes.push({ change: 'line_changed', place, from: said(from, to), to: said(to, from) })
    }
  }
  return changes
}

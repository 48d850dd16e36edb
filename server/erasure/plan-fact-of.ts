import { planHash } from '#domain/erasure/plan-hash.ts'
import type { SystemPlan } from '#domain/erasure/plan.ts'
import type { HoldFact } from '#domain/request/hold.ts'
import type { PlanFact, PlanLine } from '#domain/request/plan-fact.ts'
import type { AskedOfSystems } from '#usecases/ports/planner.ts'

/** What a plan rests on beside the systems' own answers. */
export interface PlanGround extends Pick<PlanFact, 'marks' | 'defectivePeriods'> {
  readonly holds: readonly HoldFact[]
}

/** The plan as the request machine decides by it: its hash over the effective lines and the mark (formats.md). */
export function planFact(request: AskedOfSystems, plans: readonly SystemPlan[], ground: PlanGround): PlanFact {
  const marked = ground.marks.some((mark) => mark.decision.mark === 'yes')
  const hash = planHash({
    v: 1,
    kind: request.kind,
    scope: request.scope.scope,
    service: request.scope.scope === 'service' ? request.scope.service : null,
    mark: marked ? 'yes' : 'none',
    lines: plans.flatMap((plan) => plan.lines),
  })
  return {
    hash,
    marks: ground.marks,
    lines: plans.flatMap((plan) => factLines(plan, ground.holds)),
    systems: plans.map(({ system, role }) => ({ system, role })),
    // What can not be carried out as it is must be seen by a supervisor before anything runs.
    beyondNamed: plans.some((plan) => plan.problems.length > 0),
    defectivePeriods: ground.defectivePeriods,
  }
}

/**
 * The lines as the request machine compares them. A kept line carries the hold that keeps it, or its day: where rows of
 * one collection end on several days, it stands once for each, so that none stays longer than it must.
 */
const factLines = (plan: SystemPlan, holds: readonly HoldFact[]): PlanLine[] =>
  plan.lines.flatMap((line): PlanLine[] => {
    const { system, collection, field, action, reason } = line
    const holdRef = reason === 'held' ? (holds.find((hold) => mayKeep(hold, system))?.ref ?? null) : null
    const one = { system, collection, field, action, reason, holdRef }
    const days = action === 'keep' && reason === 'retained' ? daysOf(plan, collection) : []
    return days.length === 0 ? [{ ...one, until: null }] : days.map((until) => ({ ...one, until }))
  })

/** The days on which kept rows of a collection end, epoch ms; none where none of them has a day. */
const daysOf = (plan: SystemPlan, collection: string): number[] =>
  (plan.collections.find(({ name }) => name === collection)?.staying ?? []).flatMap(({ until }) =>
    until === null ? [] : [Date.parse(`${until}T00:00:00Z`)],
  )

/** A line does not say which hold keeps it; one of a service may keep lines of any system. */
const mayKeep = ({ covers }: HoldFact, system: string): boolean =>
  covers.covers !== 'systems' || covers.systems.includes(system)

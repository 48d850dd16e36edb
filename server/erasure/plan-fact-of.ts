import { planHash } from '#domain/erasure/plan-hash.ts'
import type { SystemPlan } from '#domain/erasure/plan.ts'
import type { HoldFact } from '#domain/request/hold.ts'
import type { PlanFact, PlanLine } from '#domain/request/plan-fact.ts'
import type { Request } from '#domain/request/request.ts'

/** What a plan rests on beside the systems' own answers. */
export interface PlanGround extends Pick<PlanFact, 'marks' | 'defectivePeriods'> {
  readonly holds: readonly HoldFact[]
}

/** The plan as the request machine decides by it: its hash over the effective lines and the mark (formats.md). */
export function planFact(request: Request, plans: readonly SystemPlan[], ground: PlanGround): PlanFact {
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

/** The lines as the request machine compares them; a kept line carries its date, or the hold that keeps it. */
const factLines = (plan: SystemPlan, holds: readonly HoldFact[]): PlanLine[] =>
  plan.lines.map((line) => {
    const until = plan.collections.find((one) => one.name === line.collection)?.until ?? null
    const dated = line.action === 'keep' && line.reason === 'retained' && until !== null
    return {
      system: line.system,
      collection: line.collection,
      field: line.field,
      action: line.action,
      reason: line.reason,
      until: dated ? Date.parse(`${until}T00:00:00Z`) : null,
      holdRef: line.reason === 'held' ? (holds.find((hold) => mayKeep(hold, line.system))?.ref ?? null) : null,
    }
  })

/** A line does not say which hold keeps it; one of a service may keep lines of any system. */
const mayKeep = ({ covers }: HoldFact, system: string): boolean =>
  covers.covers !== 'systems' || covers.systems.includes(system)

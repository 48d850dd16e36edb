import type { PlanView } from '#usecases/views/plan.ts'
import type { HeldCase } from './hold-dialog.tsx'

/** A case as a hold is placed on it: of its systems alone a partial one can name some. */
export const heldCase = (shown: { caseCode: string; service: unknown; plan: PlanView | null }): HeldCase => ({
  caseCode: shown.caseCode,
  service: shown.service !== null,
  systems: shown.plan?.systems.map((system) => system.system) ?? [],
})

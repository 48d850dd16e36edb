import type { ActionResult } from '#usecases/action-result.ts'
import type { IntakeInput } from '#usecases/views/intake-input.ts'
import type { TakenIn } from '#usecases/views/intake.ts'

/** What the intake room can ask for, each a server action. */
export interface IntakeActions {
  take: (input: IntakeInput) => Promise<ActionResult<TakenIn>>
  /** Nobody fits: whoever wrote is answered. */
  noData: (input: { caseCode: string; version: number }) => Promise<ActionResult<unknown>>
}

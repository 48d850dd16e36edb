import type { ActionResult } from '#usecases/action-result.ts'
import type { NameSubjectsInput } from '#usecases/views/case-inputs.ts'
import type { SubjectsNamed } from '#usecases/views/case.ts'
import type { IntakeInput } from '#usecases/views/intake-input.ts'
import type { TakenIn } from '#usecases/views/intake.ts'

/** Another identifier says who a case is about. */
export type NameSubjects = (input: NameSubjectsInput) => Promise<ActionResult<SubjectsNamed>>

/** What the intake room can ask for, each a server action. */
export interface IntakeActions {
  take: (input: IntakeInput) => Promise<ActionResult<TakenIn>>
  nameSubjects: NameSubjects
  /** Nobody fits: whoever wrote is answered. */
  noData: (input: { caseCode: string; version: number }) => Promise<ActionResult<unknown>>
}

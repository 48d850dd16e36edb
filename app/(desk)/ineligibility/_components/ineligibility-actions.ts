import type { ActionResult } from '#usecases/action-result.ts'
import type { CancelInput } from '#usecases/views/case-inputs.ts'
import type { AskCorrectionInput, AskMarkInput, ReviewMarkInput } from '#usecases/views/ineligibility-inputs.ts'

/** Where a request stands that was asked for. */
export interface Asked {
  readonly caseCode: string
  readonly state: string
}

/** What the room can ask for, each a server action. */
export interface IneligibilityActions {
  open: (input: { caseCode: string }) => Promise<ActionResult<unknown>>
  askMark: (input: AskMarkInput) => Promise<ActionResult<Asked>>
  askCorrection: (input: AskCorrectionInput) => Promise<ActionResult<Asked>>
  cancel: (input: CancelInput) => Promise<ActionResult<unknown>>
  reviewMark: (input: ReviewMarkInput) => Promise<ActionResult<unknown>>
}

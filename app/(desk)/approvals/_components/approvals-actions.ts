import type { ActionResult } from '#usecases/action-result.ts'
import type {
  AnswerObjectionInput, ApproveInput, ExtendInput, FindErrorInput, PlaceHoldInput, RejectInput, ReturnInput,
} from '#usecases/views/approvals-inputs.ts'

/** What the queue and a decision can ask for, each a server action. */
export interface ApprovalsActions {
  /** Records that this reader opens the case, and grants the page that shows it. */
  open: (input: { caseCode: string }) => Promise<ActionResult<unknown>>
  answerObjection: (input: AnswerObjectionInput) => Promise<ActionResult<unknown>>
  findError: (input: FindErrorInput) => Promise<ActionResult<unknown>>
  extend: (input: ExtendInput) => Promise<ActionResult<unknown>>
  approve: (input: ApproveInput) => Promise<ActionResult<unknown>>
  returnCase: (input: ReturnInput) => Promise<ActionResult<unknown>>
  reject: (input: RejectInput) => Promise<ActionResult<unknown>>
  placeHold: (input: PlaceHoldInput) => Promise<ActionResult<unknown>>
}

import type { ActionResult } from '#usecases/action-result.ts'
import type { LiftHoldInput, PlaceHoldInput } from '#usecases/views/approvals-inputs.ts'
import type { SubjectsNamed } from '#usecases/views/case.ts'
import type {
  AnswerInput, CancelInput, DisputeInput, DoneByHandInput, GiveUpInput, KeepInput, NameSubjectsInput,
  OnCopyInput, ResolveDisputeInput, RetryInput, SendLinkInput,
} from '#usecases/views/case-inputs.ts'
import type { ParkInput } from '#usecases/views/desk-inputs.ts'
import type { CallBackActions } from '../../../_components/call-back-dialog.tsx'

/** What a case page can ask for, each a server action. */
export interface CaseActions extends CallBackActions {
  cancel: (input: CancelInput) => Promise<ActionResult<unknown>>
  dispute: (input: DisputeInput) => Promise<ActionResult<unknown>>
  answer: (input: AnswerInput) => Promise<ActionResult<unknown>>
  placeHold: (input: PlaceHoldInput) => Promise<ActionResult<unknown>>
  liftHold: (input: LiftHoldInput) => Promise<ActionResult<unknown>>
  /** Another identifier says who it is about. */
  nameSubjects: (input: NameSubjectsInput) => Promise<ActionResult<SubjectsNamed>>
  /** The quiet key: whoever asks to cancel is steered. It waits for a call-back instead. */
  park: (input: ParkInput) => Promise<ActionResult<unknown>>
  /** Whoever it is about is asked at a contact on file. */
  sendLink: (input: SendLinkInput) => Promise<ActionResult<unknown>>
  /** Nobody could be verified. */
  giveUp: (input: GiveUpInput) => Promise<ActionResult<unknown>>
  /** Nobody on file fits. */
  noData: (input: { caseCode: string; version: number }) => Promise<ActionResult<unknown>>
  /** The person does not need the copy any more. */
  releaseCopy: (input: OnCopyInput) => Promise<ActionResult<unknown>>
  /** Another link to the copy. */
  sendCopyAgain: (input: OnCopyInput) => Promise<ActionResult<unknown>>
  retry: (input: RetryInput) => Promise<ActionResult<unknown>>
  doneByHand: (input: DoneByHandInput) => Promise<ActionResult<unknown>>
  keep: (input: KeepInput) => Promise<ActionResult<unknown>>
  resolveDispute: (input: ResolveDisputeInput) => Promise<ActionResult<unknown>>
}

import type { ActionResult } from '#usecases/action-result.ts'
import type { BeginCallBackInput, ShowNumberInput } from '#usecases/views/case-inputs.ts'
import type {
  AskAfterErasureInput, CallBackInput, CallerLocaleInput, CheckCodeInput, DisputeByCodeInput, FindRefusalInput,
  ForeseePlanInput, HandOverInput, InterpreterInput, LookUpInput, NameCallerInput, NoteInput, NoteProofInput,
  ObjectToCheckInput, OptOutInput, ParkInput, ReceiptInput, ReportLostInput, RepresentativeInput, ResumeCallInput,
  RevealInput, SayReceiptInput, SendCodeInput, StatedContactInput, StatedDocumentInput, SubmitRequestInput,
  SwitchSubjectInput, TakeBackInput, TakeOverInput, WrapUpInput,
} from '#usecases/views/desk-inputs.ts'
import type { RefusalView } from '#usecases/views/desk.ts'
import type { RevealedValue } from '#usecases/views/person.ts'
import type { ForeseenView } from '#usecases/views/plan.ts'

/** What a look-up says at once: nothing of a person. */
export interface LookedUpAnswer {
  callId: string
  fits: 'none' | 'one' | 'several'
  caseCode: string | null
}

/**
 * What the desk can ask for, each a server action. Those that answer `unknown` change what the page shows: it is
 * rendered anew after them, under the grant that they left.
 */
export interface DeskActions {
  lookUp: (input: LookUpInput) => Promise<ActionResult<LookedUpAnswer>>
  /** Null where no screen pop is waiting. Looks up the number that the cookie holds. */
  answerIncoming: (input: Record<string, never>) => Promise<ActionResult<unknown>>
  dismissIncoming: (input: Record<string, never>) => Promise<ActionResult<unknown>>
  resumeCall: (input: ResumeCallInput) => Promise<ActionResult<unknown>>
  sendCode: (input: SendCodeInput) => Promise<ActionResult<unknown>>
  /** A link to a contact on file; whoever opens it answers there. */
  sendLink: (input: SendCodeInput) => Promise<ActionResult<unknown>>
  checkCode: (input: CheckCodeInput) => Promise<ActionResult<unknown>>
  /** Somebody of whom nothing is on file: a code to a contact that they state, a receipt, a document. */
  sendStatedCode: (input: StatedContactInput) => Promise<ActionResult<unknown>>
  checkReceipt: (input: ReceiptInput) => Promise<ActionResult<unknown>>
  checkDocument: (input: StatedDocumentInput) => Promise<ActionResult<unknown>>
  sayReceipt: (input: SayReceiptInput) => Promise<ActionResult<{ receipt: string }>>
  askAfterErasure: (input: AskAfterErasureInput) => Promise<ActionResult<unknown>>
  /** `noted` is false where what was typed proves nothing; the try is taken all the same. */
  noteProof: (input: NoteProofInput) => Promise<ActionResult<{ noted: boolean }>>
  reportLost: (input: ReportLostInput) => Promise<ActionResult<unknown>>
  addRepresentative: (input: RepresentativeInput) => Promise<ActionResult<unknown>>
  objectToCheck: (input: ObjectToCheckInput) => Promise<ActionResult<unknown>>
  /** Answered alike whether or not it stopped anything: what became of it is open at level 2. */
  disputeByCode: (input: DisputeByCodeInput) => Promise<ActionResult<unknown>>
  /** A letter that came before they were known is the verified caller's. */
  nameCaller: (input: NameCallerInput) => Promise<ActionResult<unknown>>
  /** Answered alike whether anybody holds the identifier: who does is not open yet. */
  optOut: (input: OptOutInput) => Promise<ActionResult<unknown>>
  findRefusal: (input: FindRefusalInput) => Promise<ActionResult<RefusalView>>
  switchSubject: (input: SwitchSubjectInput) => Promise<ActionResult<unknown>>
  reveal: (input: RevealInput) => Promise<ActionResult<RevealedValue>>
  setCallerLocale: (input: CallerLocaleInput) => Promise<ActionResult<unknown>>
  addNote: (input: NoteInput) => Promise<ActionResult<unknown>>
  /** The numbers of what can not be undone, before it is submitted. */
  foreseePlan: (input: ForeseePlanInput) => Promise<ActionResult<ForeseenView>>
  /** Opens it, and submits nothing: while a system can not be asked. */
  takeDown: (input: SubmitRequestInput) => Promise<ActionResult<unknown>>
  submitRequest: (input: SubmitRequestInput) => Promise<ActionResult<unknown>>
  callBack: (input: CallBackInput) => Promise<ActionResult<unknown>>
  /** The registered number of a case's person, to call them back. */
  showNumber: (input: ShowNumberInput) => Promise<ActionResult<RevealedValue & { version: number }>>
  beginCallBack: (input: BeginCallBackInput) => Promise<ActionResult<unknown>>
  /** The quiet key after submitting; answered alike whatever became of it. */
  park: (input: ParkInput) => Promise<ActionResult<unknown>>
  /** A call without a look-up. */
  openCall: (input: Record<string, never>) => Promise<ActionResult<unknown>>
  handOver: (input: HandOverInput) => Promise<ActionResult<unknown>>
  takeBack: (input: TakeBackInput) => Promise<ActionResult<unknown>>
  takeOver: (input: TakeOverInput) => Promise<ActionResult<unknown>>
  setInterpreter: (input: InterpreterInput) => Promise<ActionResult<unknown>>
  wrapUp: (input: WrapUpInput) => Promise<ActionResult<unknown>>
}

import type { ActionResult } from '#usecases/action-result.ts'
import type {
  CallBackInput, CallerLocaleInput, CheckCodeInput, HandOverInput, InterpreterInput, LookUpInput, NoteInput,
  ResumeCallInput, RevealInput, SendCodeInput, SubmitRequestInput, TakeBackInput, TakeOverInput, WrapUpInput,
} from '#usecases/views/desk-inputs.ts'
import type { RevealedValue } from '#usecases/views/person.ts'

/**
 * What the desk can ask for, each a server action. Those that answer `unknown` change what the page shows: it is
 * rendered anew after them, under the grant that they left.
 */
export interface DeskActions {
  lookUp: (input: LookUpInput) => Promise<ActionResult<unknown>>
  /** Null where no screen pop is waiting. Looks up the number that the cookie holds. */
  answerIncoming: (input: Record<string, never>) => Promise<ActionResult<unknown>>
  dismissIncoming: (input: Record<string, never>) => Promise<ActionResult<unknown>>
  resumeCall: (input: ResumeCallInput) => Promise<ActionResult<unknown>>
  sendCode: (input: SendCodeInput) => Promise<ActionResult<unknown>>
  checkCode: (input: CheckCodeInput) => Promise<ActionResult<unknown>>
  reveal: (input: RevealInput) => Promise<ActionResult<RevealedValue>>
  setCallerLocale: (input: CallerLocaleInput) => Promise<ActionResult<unknown>>
  addNote: (input: NoteInput) => Promise<ActionResult<unknown>>
  submitRequest: (input: SubmitRequestInput) => Promise<ActionResult<unknown>>
  callBack: (input: CallBackInput) => Promise<ActionResult<unknown>>
  handOver: (input: HandOverInput) => Promise<ActionResult<unknown>>
  takeBack: (input: TakeBackInput) => Promise<ActionResult<unknown>>
  takeOver: (input: TakeOverInput) => Promise<ActionResult<unknown>>
  setInterpreter: (input: InterpreterInput) => Promise<ActionResult<unknown>>
  wrapUp: (input: WrapUpInput) => Promise<ActionResult<unknown>>
}

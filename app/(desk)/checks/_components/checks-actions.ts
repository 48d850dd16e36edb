import type { ActionResult } from '#usecases/action-result.ts'
import type { JudgeCheckInput, OpenCheckInput, OpenedCheck, SettleObjectionInput } from '#usecases/views/checks.ts'

/** What this room can ask for, each a server action. */
export interface ChecksActions {
  /** Writes down who looks, and shows the reference and the masked person. */
  open: (input: OpenCheckInput) => Promise<ActionResult<OpenedCheck>>
  document: (input: JudgeCheckInput) => Promise<ActionResult<unknown>>
  authority: (input: JudgeCheckInput) => Promise<ActionResult<unknown>>
  settle: (input: SettleObjectionInput) => Promise<ActionResult<unknown>>
}

import type { ActionResult } from '#usecases/action-result.ts'
import type { NoteContactInput, NoteLetterInput } from '#usecases/views/partners-inputs.ts'

/** What the page of late systems can ask for, each a server action. */
export interface PartnersActions {
  noteLetter: (input: NoteLetterInput) => Promise<ActionResult<unknown>>
  noteContact: (input: NoteContactInput) => Promise<ActionResult<unknown>>
}

import type { CaseView } from '#usecases/views/case.ts'
import type { CaseActions } from './case-actions.ts'

/** What every dialog of a case is given. */
export interface CaseDialogProps {
  view: CaseView
  actions: CaseActions
  onClose: () => void
  /** It was done, with the sentence that says so. */
  onDone: (said: string) => void
}

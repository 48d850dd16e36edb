import type { CaseView } from '#usecases/views/case.ts'
import type { CaseActions } from './case-actions.ts'

/** What the dialogs of a way out of *needs attention* are given. */
export interface WayOutDialogProps {
  view: CaseView
  system: string
  actions: CaseActions
  onClose: () => void
  onDone: (said: string) => void
}

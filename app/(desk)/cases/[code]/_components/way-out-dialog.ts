import type { CaseDialogProps } from './case-dialog.ts'

/** What the dialogs of a way out of *needs attention* are given. */
export interface WayOutDialogProps extends CaseDialogProps {
  system: string
}

import type { DecisionView } from '#usecases/views/approvals.ts'
import type { ApprovalsActions } from './approvals-actions.ts'

/** What every dialog of a decision is given. */
export interface DecisionDialogProps {
  decision: DecisionView
  actions: ApprovalsActions
  onClose: () => void
  onDone: () => void
}

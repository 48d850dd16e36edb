'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import type { CaseActions } from './case-actions.ts'

/** The person changed their mind, in a call in which they are verified; or staff, about what they asked for. */
export function CancelDialog({
  view, actions, ofStaff, onClose, onDone,
}: {
  view: CaseView
  actions: CaseActions
  /** Staff asked for it themselves: nobody changed their mind on the line. */
  ofStaff: boolean
  onClose: () => void
  onDone: (said: string) => void
}) {
  const t = useTranslations('cases.actions')
  const common = useTranslations('common')
  const cancel = useAction(actions.cancel, { quiet: true, onDone: () => onDone(t(ofStaff ? 'takenBackSay' : 'cancelledSay')) })
  return (
    <Dialog open onOpenChange={onClose} title={t(ofStaff ? 'takeBackTitle' : 'cancelTitle')} description={t(ofStaff ? 'takeBackText' : 'cancelText')}>
      <FormProblem>{cancel.problem}</FormProblem>
      <DialogButtons>
        <Button
          look="bad"
          pending={cancel.pending}
          onClick={() => void cancel.run({ caseCode: view.caseCode, version: view.version, callId: view.callId })}
        >
          {t(ofStaff ? 'takeBackDo' : 'cancelDo')}
        </Button>
        <Button onClick={onClose}>{common('back')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

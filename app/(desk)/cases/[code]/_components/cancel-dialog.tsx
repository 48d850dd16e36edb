'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import type { CaseActions } from './case-actions.ts'

/** The person changed their mind, in a call in which they are verified. */
export function CancelDialog({
  view, actions, onClose, onDone,
}: {
  view: CaseView
  actions: CaseActions
  onClose: () => void
  onDone: (said: string) => void
}) {
  const t = useTranslations('cases.actions')
  const common = useTranslations('common')
  const quiet = useTranslations('calling')
  const park = useAction(actions.park, { quiet: true, onDone: () => onDone(t('cancelledSay')) })
  const cancel = useAction(actions.cancel, { quiet: true, onDone: () => onDone(t('cancelledSay')) })
  return (
    <Dialog open onOpenChange={onClose} title={t('cancelTitle')} description={t('cancelText')}>
      <FormProblem>{cancel.problem}</FormProblem>
      {view.callId !== null && (
        <button
          type="button" disabled={park.pending} className="link min-h-6 text-xs text-ink-3"
          onClick={() => void park.run({ caseCode: view.caseCode, callId: view.callId ?? '' })}
        >
          {quiet('quiet')}
        </button>
      )}
      <DialogButtons>
        <Button
          look="bad"
          pending={cancel.pending}
          onClick={() => void cancel.run({ caseCode: view.caseCode, version: view.version, callId: view.callId })}
        >
          {t('cancelDo')}
        </Button>
        <Button onClick={onClose}>{common('back')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

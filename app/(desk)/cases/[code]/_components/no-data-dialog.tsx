'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import type { CaseActions } from './case-actions.ts'

/** Nobody on file fits, and nobody will: whoever asked is answered, and the case ends. */
export function NoDataDialog({
  view, actions, onClose, onDone,
}: {
  view: CaseView
  actions: CaseActions
  onClose: () => void
  onDone: (said: string) => void
}) {
  const t = useTranslations('cases.actions')
  const common = useTranslations('common')
  const answer = useAction(actions.noData, { quiet: true, onDone: () => onDone(t('noDataSay')) })
  return (
    <Dialog open onOpenChange={onClose} title={t('noDataTitle')} description={t('noDataText')}>
      <FormProblem>{answer.problem}</FormProblem>
      <DialogButtons>
        <Button
          look="primary"
          pending={answer.pending}
          onClick={() => void answer.run({ caseCode: view.caseCode, version: view.version })}
        >
          {t('noDataDo')}
        </Button>
        <Button onClick={onClose}>{common('back')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import type { CaseActions } from './case-actions.ts'

/** Nobody could be verified: the case ends, and the contact on file is told what to do. */
export function GiveUpDialog({
  view, actions, onClose, onDone,
}: {
  view: CaseView
  actions: CaseActions
  onClose: () => void
  onDone: (said: string) => void
}) {
  const t = useTranslations('cases.actions')
  const common = useTranslations('common')
  const giveUp = useAction(actions.giveUp, { quiet: true, onDone: () => onDone(t('giveUpSay')) })
  return (
    <Dialog open onOpenChange={onClose} title={t('giveUpTitle')} description={t('giveUpText')}>
      <FormProblem>{giveUp.problem}</FormProblem>
      <DialogButtons>
        <Button
          look="bad"
          pending={giveUp.pending}
          onClick={() => void giveUp.run({ caseCode: view.caseCode, version: view.version })}
        >
          {t('giveUpDo')}
        </Button>
        <Button onClick={onClose}>{common('back')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

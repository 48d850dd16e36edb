'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { WhoForm } from '../../../intake/_components/who-form.tsx'
import type { CaseActions } from './case-actions.ts'

/** Whoever wrote, or somebody for them, gave another identifier: it says who the case is about. */
export function NameDialog({
  view, actions, onClose, onDone,
}: {
  view: CaseView
  actions: CaseActions
  onClose: () => void
  onDone: (said: string) => void
}) {
  const t = useTranslations('cases.actions')
  const common = useTranslations('common')
  return (
    <Dialog open onOpenChange={onClose} title={t('nameTitle')} description={t('nameText')}>
      <WhoForm
        about={{ caseCode: view.caseCode, version: view.version, several: view.fitsSeveral }}
        nameSubjects={actions.nameSubjects}
        onNamed={() => onDone(t('nameSay'))}
        more={<Button onClick={onClose}>{common('cancel')}</Button>}
      />
    </Dialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'
import type { CaseDialogProps } from './case-dialog.ts'

/** Nobody on file fits, and nobody will: whoever asked is answered, and the case ends. */
export function NoDataDialog({ view, actions, onClose, onDone }: CaseDialogProps) {
  const t = useTranslations('cases.actions')
  return (
    <ConfirmDialog
      title={t('noDataTitle')} text={t('noDataText')} act={t('noDataDo')} look="primary" out="back"
      action={() => actions.noData({ caseCode: view.caseCode, version: view.version })}
      onClose={onClose} onDone={() => onDone(t('noDataSay'))}
    />
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'
import type { CaseDialogProps } from './case-dialog.ts'

/** The person changed their mind, in a call in which they are verified. */
export function CancelDialog({ view, actions, onClose, onDone }: CaseDialogProps) {
  const t = useTranslations('cases.actions')
  return (
    <ConfirmDialog
      title={t('cancelTitle')} text={t('cancelText')} act={t('cancelDo')} out="back"
      action={() => actions.cancel({ caseCode: view.caseCode, version: view.version, callId: view.callId })}
      onClose={onClose} onDone={() => onDone(t('cancelledSay'))}
    />
  )
}

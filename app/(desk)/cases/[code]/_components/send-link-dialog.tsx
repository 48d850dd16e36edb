'use client'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'
import type { CaseDialogProps } from './case-dialog.ts'

/** Nobody is on the line: whoever it is about is asked at a contact on file whether they asked for it. */
export function SendLinkDialog({ view, actions, onClose, onDone }: CaseDialogProps) {
  const t = useTranslations('cases.actions')
  return (
    <ConfirmDialog
      title={t('sendLinkTitle')} text={t('sendLinkText')} act={t('sendLinkDo')} look="primary" out="back"
      action={() => actions.sendLink({ caseCode: view.caseCode, version: view.version })}
      onClose={onClose} onDone={() => onDone(t('sendLinkSay'))}
    />
  )
}

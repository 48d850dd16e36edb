'use client'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'
import type { CaseDialogProps } from './case-dialog.ts'

/** Nobody could be verified: the case ends, and the contact on file is told what to do. */
export function GiveUpDialog({ view, actions, onClose, onDone }: CaseDialogProps) {
  const t = useTranslations('cases.actions')
  return (
    <ConfirmDialog
      title={t('giveUpTitle')} text={t('giveUpText')} act={t('giveUpDo')} out="back"
      action={() => actions.giveUp({ caseCode: view.caseCode, version: view.version })}
      onClose={onClose} onDone={() => onDone(t('giveUpSay'))}
    />
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'
import type { CaseDialogProps } from './case-dialog.ts'

/** The person, verified on the line, says that nothing need wait for their copy. */
export function ReleaseDialog({ view, actions, onClose, onDone }: CaseDialogProps) {
  const t = useTranslations('cases.actions')
  return (
    <ConfirmDialog
      title={t('releaseTitle')} text={t('releaseText')} act={t('releaseDo')} out="back"
      action={() => actions.releaseCopy({ caseCode: view.caseCode, version: view.version, callId: view.callId ?? '' })}
      onClose={onClose} onDone={() => onDone(t('releasedSay'))}
    />
  )
}

/** The person, verified on the line, did not get the link or lost it. */
export function SendAgainDialog({ view, actions, onClose, onDone }: CaseDialogProps) {
  const t = useTranslations('cases.actions')
  return (
    <ConfirmDialog
      title={t('sendAgainTitle')} text={t('sendAgainText')} act={t('sendAgainDo')} out="back"
      action={() => actions.sendCopyAgain({ caseCode: view.caseCode, version: view.version, callId: view.callId ?? '' })}
      onClose={onClose} onDone={() => onDone(t('sentAgainSay'))}
    />
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'
import { useAction } from '#components/form/use-action.ts'
import type { CaseDialogProps } from './case-dialog.ts'

/**
 * The person changed their mind, in a call in which they are verified; or staff, about what they asked for.
 *
 * @param ofStaff  staff asked for it themselves: nobody changed their mind on the line
 */
export function CancelDialog({ view, actions, ofStaff, onClose, onDone }: CaseDialogProps & { ofStaff: boolean }) {
  const t = useTranslations('cases.actions')
  const quiet = useTranslations('calling')
  const { callId } = view
  const park = useAction(actions.park, { quiet: true, onDone: () => onDone(t('cancelledSay')) })
  return (
    <ConfirmDialog
      title={t(ofStaff ? 'takeBackTitle' : 'cancelTitle')} text={t(ofStaff ? 'takeBackText' : 'cancelText')}
      act={t(ofStaff ? 'takeBackDo' : 'cancelDo')} out="back"
      action={() => actions.cancel({ caseCode: view.caseCode, version: view.version, callId })}
      onClose={onClose} onDone={() => onDone(t(ofStaff ? 'takenBackSay' : 'cancelledSay'))}
    >
      {callId !== null && !ofStaff && (
        <button
          type="button" disabled={park.pending} className="link min-h-6 justify-self-start text-xs text-ink-3"
          onClick={() => void park.run({ caseCode: view.caseCode, callId })}
        >
          {quiet('quiet')}
        </button>
      )}
    </ConfirmDialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { DeputiesView, EndDeputyInput } from '#usecases/views/deputies.ts'
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx'

/** Ending that somebody stands in. */
export function EndDeputyDialog({
  deputy, action, onClose, onDone,
}: {
  deputy: DeputiesView['deputies'][number]
  action: (input: EndDeputyInput) => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('deputies')
  return (
    <ConfirmDialog
      title={t('endTitle', { human: deputy.human })} text={t('endText')} act={t('endDo')} look="primary"
      action={() => action({ deputyId: deputy.deputyId })} onClose={onClose} onDone={onDone}
    />
  )
}

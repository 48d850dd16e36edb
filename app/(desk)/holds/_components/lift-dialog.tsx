'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LiftHoldInput } from '#usecases/views/approvals-inputs.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextField } from '#components/ui/text-field.tsx'

/** Lifting a hold: what it stopped goes on, for the reason that is typed. */
export function LiftDialog({
  caseCode, holdRef, action, onClose, onDone,
}: {
  caseCode: string | null
  holdRef: string
  action: (input: LiftHoldInput) => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('cases.holds')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).liftHoldInput,
    defaultValues: { caseCode, holdRef, reason: '' },
    action,
    draft: { form: 'lift_hold', of: holdRef, fields: ['reason'] },
    onDone,
  })
  return (
    <CommandDialog command={command} title={t('liftTitle')} text={t('liftText')} act={t('liftDo')} onClose={onClose}>
      <TextField label={t('reason')} {...field('reason')} />
    </CommandDialog>
  )
}

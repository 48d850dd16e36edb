'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import type { DecisionDialogProps } from './decision-dialog.ts'

/** More time for the answer: once, for a reason that the law knows, each with the day to which it goes. */
export function ExtendDialog({ decision, actions, onClose, onDone }: DecisionDialogProps) {
  const t = useTranslations('approvals')
  const format = useFormatter()
  // A legal date ends where the law holds: in the reader's own zone it could be the day after.
  const dayIn = (timeZone: string, at: number) => format.dateTime(new Date(at), 'day', { timeZone })
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).extendInput,
    defaultValues: { caseCode: decision.caseCode, version: decision.version },
    action: actions.extend,
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('extendTitle')} text={t('extendText')}
      act={t('extendDo')} onClose={onClose}
    >
      <RadioGroup
        legend={t('extendReason')}
        options={decision.extensions.map(({ reason, until, zone }) => ({
          value: reason,
          label: t('extendOption', { reason }),
          hint: t('extendUntil', { day: dayIn(zone, until), zone }),
        }))}
        {...field('reason')}
      />
    </CommandDialog>
  )
}

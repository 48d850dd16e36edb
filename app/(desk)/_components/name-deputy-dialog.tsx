'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { DeputiesView, NameDeputyInput } from '#usecases/views/deputies.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** Naming a deputy: whom, and to which day. */
export function NameDeputyDialog({
  view, action, onClose, onDone,
}: {
  view: DeputiesView
  action: (input: NameDeputyInput) => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('deputies')
  const common = useTranslations('common')
  const ui = useTranslations('ui')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/deputies.ts')).nameDeputyInput,
    defaultValues: { staffId: '', lastDay: '' },
    action,
    onDone,
  })
  return (
    <CommandDialog command={command} title={t('nameTitle')} text={t('nameText')} act={t('nameDo')} onClose={onClose}>
      <Select
        label={t('who')}
        placeholder={ui('choose')}
        options={view.candidates.map((one) => ({
          value: one.staffId,
          label: t('option', { human: one.human, role: one.role }),
        }))}
        {...field('staffId')}
      />
      <TextField label={t('lastDay')} aside={common('optional')} type="date" {...field('lastDay')} />
    </CommandDialog>
  )
}

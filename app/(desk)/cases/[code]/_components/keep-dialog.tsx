'use client'
import { useTranslations } from 'next-intl'
import { keepBases } from '#domain/request/explain.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { WayOutDialogProps } from './way-out-dialog.ts'

/** "It stays there": on a legal basis of ours, until a date, for a second supervisor to agree to. */
export function KeepDialog({ view, system, actions, onClose, onDone }: WayOutDialogProps) {
  const t = useTranslations('cases')
  const ui = useTranslations('ui')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).keepInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, system, until: '' },
    action: actions.keep,
    onDone: () => onDone(t('attention.keepSay')),
  })
  return (
    <CommandDialog
      command={command} title={t('attention.keepTitle', { system })} text={t('attention.keepText')}
      act={t('attention.keepDo')} out="back" onClose={onClose}
    >
      <Select
        label={t('attention.basis')}
        placeholder={ui('choose')}
        options={keepBases.map((basis) => ({ value: basis, label: t(`keepBasis.${basis}`) }))}
        {...field('basis')}
      />
      <TextField label={t('attention.until')} type="date" {...field('until')} />
    </CommandDialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { LateSystemView } from '#usecases/views/partners.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { TextField } from '#components/ui/text-field.tsx'
import type { PartnersActions } from './partners-actions.ts'

/** Where letters to a system go: an office's address. */
export function ContactDialog({
  system, action, onClose, onDone,
}: {
  system: LateSystemView
  action: PartnersActions['noteContact']
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('partners.contact')
  const common = useTranslations('common')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/partners-inputs.ts')).noteContactInput,
    defaultValues: { system: system.system, contact: system.contact ?? '' },
    action,
    draft: { form: 'partner_contact', of: system.system, fields: ['contact'] },
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('title', { system: system.system })} text={t('text')}
      act={common('save')} onClose={onClose}
    >
      <TextField label={t('label')} hint={t('hint')} {...field('contact')} />
    </CommandDialog>
  )
}

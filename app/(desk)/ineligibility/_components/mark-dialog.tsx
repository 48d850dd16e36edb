'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { IneligibilityView } from '#usecases/views/ineligibility.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Asked, IneligibilityActions } from './ineligibility-actions.ts'

/** Asking for a mark: whom, by an exact identifier that is never shown again, for which service, and why. */
export function MarkDialog({
  view, actions, onClose, onDone,
}: {
  view: IneligibilityView
  actions: IneligibilityActions
  onClose: () => void
  onDone: (asked: Asked) => void
}) {
  const t = useTranslations('ineligibility')
  const ui = useTranslations('ui')
  const { called } = useWords()
  const [idempotencyKey] = useState(freshKey)
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/ineligibility-inputs.ts')).askMarkInput,
    defaultValues: { query: '', service: '', words: '', idempotencyKey },
    action: actions.askMark,
    draft: { form: 'mark', fields: ['query', 'service', 'words'] },
    onDone,
  })
  return (
    <CommandDialog command={command} title={t('markTitle')} text={t('markText')} act={t('askDo')} onClose={onClose}>
      <TextField
        label={t('who')}
        hint={t('whoHint')}
        autoComplete="off"
        spellCheck={false}
        {...field('query')}
      />
      <Select
        label={t('service')}
        placeholder={ui('choose')}
        options={view.services.map((service) => ({ value: service.key, label: called(service.name) }))}
        {...field('service')}
      />
      <TextArea label={t('words')} hint={t('wordsHint')} {...field('words')} />
    </CommandDialog>
  )
}

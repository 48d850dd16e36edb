'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { z } from 'zod'
import type { IneligibilityView } from '#usecases/views/ineligibility.ts'
import type { askCorrectionInput } from '#usecases/views/ineligibility-inputs.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { CodeField } from '#components/ui/code-field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import type { Asked, IneligibilityActions } from './ineligibility-actions.ts'

/** Saying that a mark is a mistake: which, by the case that left it, and why. */
export function CorrectionDialog({
  view, of, actions, onClose, onDone,
}: {
  view: IneligibilityView
  /** The mark whose line was pressed; null where its case is typed. */
  of: { caseCode: string; service: string } | null
  actions: IneligibilityActions
  onClose: () => void
  onDone: (asked: Asked) => void
}) {
  const t = useTranslations('ineligibility')
  const { called } = useWords()
  const [idempotencyKey] = useState(freshKey)
  const { field, ...command } = useCommandForm<
    z.input<typeof askCorrectionInput>, z.output<typeof askCorrectionInput>, Asked
  >({
    schema: async () => (await import('#usecases/views/ineligibility-inputs.ts')).askCorrectionInput,
    defaultValues: { caseCode: of?.caseCode ?? '', service: of?.service ?? '', words: '', idempotencyKey },
    action: actions.askCorrection,
    draft: { form: 'mark_correction', of: of?.caseCode ?? '', fields: ['caseCode', 'service', 'words'] },
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('correctionTitle')} text={t('correctionText')}
      act={t('correctionDo')} onClose={onClose}
    >
      <CodeField label={t('caseCode')} {...field('caseCode')} />
      <Select
        label={t('service')}
        placeholder={t('anyService')}
        options={view.services.map((service) => ({ value: service.key, label: called(service.name) }))}
        {...field('service')}
      />
      <TextArea label={t('words')} {...field('words')} />
    </CommandDialog>
  )
}

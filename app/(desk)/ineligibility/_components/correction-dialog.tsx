'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { z } from 'zod'
import type { IneligibilityView } from '#usecases/views/ineligibility.ts'
import type { askCorrectionInput } from '#usecases/views/ineligibility-inputs.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { TextField } from '#components/ui/text-field.tsx'
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
  const common = useTranslations('common')
  const { called } = useWords()
  const [idempotencyKey] = useState(freshKey)
  const { form, submit, pending, problem, errorOf } = useCommandForm<
    z.input<typeof askCorrectionInput>, z.output<typeof askCorrectionInput>, Asked
  >({
    schema: async () => (await import('#usecases/views/ineligibility-inputs.ts')).askCorrectionInput,
    defaultValues: { caseCode: of?.caseCode ?? '', service: of?.service ?? '', words: '', idempotencyKey },
    action: actions.askCorrection,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('correctionTitle')} description={t('correctionText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('caseCode')}
          mono
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={errorOf('caseCode')}
          {...form.register('caseCode')}
        />
        <Select
          label={t('service')}
          placeholder={t('anyService')}
          options={view.services.map((service) => ({ value: service.key, label: called(service.name) }))}
          error={errorOf('service')}
          {...form.register('service')}
        />
        <TextArea label={t('words')} error={errorOf('words')} {...form.register('words')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('correctionDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { IneligibilityView } from '#usecases/views/ineligibility.ts'
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
  const common = useTranslations('common')
  const ui = useTranslations('ui')
  const { called } = useWords()
  const [idempotencyKey] = useState(freshKey)
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/ineligibility-inputs.ts')).askMarkInput,
    defaultValues: { query: '', service: '', words: '', idempotencyKey },
    action: actions.askMark,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('markTitle')} description={t('markText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('who')}
          hint={t('whoHint')}
          autoComplete="off"
          spellCheck={false}
          error={errorOf('query')}
          {...form.register('query')}
        />
        <Select
          label={t('service')}
          placeholder={ui('choose')}
          options={view.services.map((service) => ({ value: service.key, label: called(service.name) }))}
          error={errorOf('service')}
          {...form.register('service')}
        />
        <TextArea label={t('words')} hint={t('wordsHint')} error={errorOf('words')} {...form.register('words')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('askDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

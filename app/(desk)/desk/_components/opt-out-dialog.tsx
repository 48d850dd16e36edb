'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { OptOutView, ScriptView } from '#usecases/views/desk.ts'
import { ScriptCard } from '#components/data/script-card.tsx'
import { FormProblem } from '#components/form/form-problem.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** Where it stops, and what to say. The answer is one and the same, whether anybody holds that number or address. */
export function OptOutDialog({
  callId, purpose, script, onClose,
}: {
  callId: string
  purpose: OptOutView['purpose']
  script: ScriptView
  onClose: () => void
}) {
  const t = useTranslations('desk.optOut')
  const common = useTranslations('common')
  const { called } = useWords()
  const { actions, typedIn } = useDesk()
  const [idempotencyKey] = useState(freshKey)
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).optOutInput,
    defaultValues: { callId, query: typedIn(callId) ?? '', purpose: purpose.key, idempotencyKey },
    action: actions.optOut,
    onDone: () => {
      onClose()
      say('info', t('doneSay'))
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('dialog', { purpose: called(purpose.title) })} description={t('dialogText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <TextField
          label={t('field')}
          hint={t('hint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={errorOf('query')}
          {...form.register('query')}
        />
        <ScriptCard script={script} heading={t('say')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('do')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

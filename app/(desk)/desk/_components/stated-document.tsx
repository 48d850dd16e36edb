'use client'
import { useEffect } from 'react'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** The number of a document that was seen elsewhere, beside a contact whose code was read back. */
export function StatedDocument({ callId, contact }: { callId: string; contact: string }) {
  const t = useTranslations('desk.none')
  const { actions, refresh } = useDesk()
  const { form, field, submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).statedDocumentInput,
    defaultValues: { callId, number: '', reference: '' },
    action: actions.checkDocument,
    onDone: () => {
      say('good', t('openedSay'))
      refresh()
    },
  })
  const { setFocus } = form
  useEffect(() => setFocus('number'), [setFocus])
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-3">
      <Callout tone="info" live>
        {t('contactRead', { contact })}
      </Callout>
      <TextField
        label={t('documentField')}
        hint={t('documentHint')}
        mono
        autoComplete="off"
        spellCheck={false}
        {...field('number')}
      />
      <TextField
        label={t('referenceField')}
        hint={t('referenceHint')}
        autoComplete="off"
        {...field('reference')}
      />
      <FormProblem>{problem}</FormProblem>
      <Button type="submit" pending={pending} className="justify-self-start">
        {t('documentCheck')}
      </Button>
    </form>
  )
}

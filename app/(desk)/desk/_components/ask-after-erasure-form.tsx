'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { KeptNote } from '#components/form/kept-note.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** What they say, and where the answer goes. */
export function AskAfterErasureForm({
  choice, callId, maskedContact, onDone,
}: {
  choice: {
    kind: 'objection' | 'ineligibility_correction'
    erasureId: string
    entryId: string | null
    /** The account of somebody on file; null for whoever was erased. */
    subjectId: string | null
  }
  callId: string
  maskedContact: string | null
  onDone?: () => void
}) {
  const t = useTranslations('desk.erased')
  const { actions, refresh, refreshing } = useDesk()
  const [idempotencyKey] = useState(freshKey)
  const { kind, erasureId, entryId, subjectId } = choice
  const { field, submit, pending, problem, kept } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).askAfterErasureInput,
    defaultValues: { callId, erasureId, entryId, subjectId, kind, words: '', contact: '', idempotencyKey },
    action: actions.askAfterErasure,
    draft: { form: 'after_erasure', of: `${callId}/${kind}-${entryId ?? erasureId}`, fields: ['words', 'contact'] },
    onDone: () => {
      say('good', t('submittedSay'))
      onDone?.()
      refresh()
    },
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-3.5">
      <KeptNote kept={kept} />
      <TextArea label={t('words')} rows={3} {...field('words')} />
      {subjectId === null && (
        <TextField
          label={t('contact')}
          hint={maskedContact === null ? t('contactNone') : t('contactDefault', { contact: maskedContact })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...field('contact')}
        />
      )}
      <FormProblem>{problem}</FormProblem>
      <Button type="submit" look="primary" className="w-full" pending={pending || refreshing}>
        {t(`submit_${kind}`)}
      </Button>
    </form>
  )
}

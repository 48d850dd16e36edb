'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { AskAboutView } from '#usecases/views/desk.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useDraft } from '#components/form/use-draft.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** What is asked for about which decision. */
export interface AskedAbout extends AskAboutView {
  readonly kind: 'objection' | 'ineligibility_correction'
  readonly caseCode: string
  /** The decision in one sentence. */
  readonly title: string
}

/** An objection to a decision, or that a mark is a mistake, in the person's words. */
export function AskAboutDialog({
  asked, callId, subjectId, onClose,
}: {
  asked: AskedAbout
  callId: string
  subjectId: string
  onClose: () => void
}) {
  const t = useTranslations('desk.decisions')
  const common = useTranslations('common')
  const { actions, refresh } = useDesk()
  const [idempotencyKey] = useState(freshKey)
  const { kind, erasureId, entryId } = asked
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).askAfterErasureInput,
    defaultValues: { callId, erasureId, entryId, subjectId, kind, words: '', contact: '', idempotencyKey },
    action: actions.askAfterErasure,
    onDone: () => {
      sent()
      onClose()
      say('good', t('submittedSay'))
      refresh()
    },
  })
  const sent = useDraft({
    form: kind === 'objection' ? 'objection' : 'correction',
    of: asked.caseCode,
    text: form.watch('words') ?? '',
    restore: (text) => form.setValue('words', text),
  })
  return (
    <Dialog open onOpenChange={onClose} title={t(`dialog_${kind}`)} description={asked.title}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <p className="text-sm text-ink-2">{t(`text_${kind}`)}</p>
        <TextArea label={t('words')} rows={4} error={errorOf('words')} {...form.register('words')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t(`submit_${kind}`)}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

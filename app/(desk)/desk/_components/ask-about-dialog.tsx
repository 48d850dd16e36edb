'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { AskAboutView } from '#usecases/views/desk.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { useCommandForm } from '#components/form/use-command-form.ts'
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
  const { actions, refresh } = useDesk()
  const [idempotencyKey] = useState(freshKey)
  const { kind, erasureId, entryId } = asked
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).askAfterErasureInput,
    defaultValues: { callId, erasureId, entryId, subjectId, kind, words: '', contact: '', idempotencyKey },
    action: actions.askAfterErasure,
    draft: { form: kind === 'objection' ? 'objection' : 'correction', of: asked.caseCode, fields: ['words'] },
    onDone: () => {
      onClose()
      say('good', t('submittedSay'))
      refresh()
    },
  })
  return (
    <CommandDialog
      command={command} title={t(`dialog_${kind}`)} text={asked.title}
      act={t(`submit_${kind}`)} onClose={onClose}
    >
      <p className="text-sm text-ink-2">{t(`text_${kind}`)}</p>
      <TextArea label={t('words')} rows={4} {...field('words')} />
    </CommandDialog>
  )
}

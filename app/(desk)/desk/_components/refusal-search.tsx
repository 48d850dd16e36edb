'use client'
import { useState, type FormEvent } from 'react'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { RefusalView } from '#usecases/views/desk.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { CodeField } from '#components/ui/code-field.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { AskAfterErasureForm } from './ask-after-erasure-form.tsx'
import { useDesk } from './desk-context.tsx'

/** "Why was I refused?" The caller reads the decision's id out, and is told why if it was about them. */
export function RefusalSearch({ callId, maskedContact = null }: { callId: string; maskedContact?: string | null }) {
  const t = useTranslations('desk.refusal')
  const { actions } = useDesk()
  const [refusal, setRefusal] = useState<RefusalView | null>(null)
  // Each answer stands by itself: nothing that was begun about another one may be sent about this one.
  const [answers, setAnswers] = useState(0)
  const { field, submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).findRefusalInput,
    defaultValues: { callId, decisionId: '' },
    action: actions.findRefusal,
    onDone: (found) => {
      setRefusal(found)
      setAnswers((count) => count + 1)
    },
  })
  const find = (event: FormEvent) => {
    setRefusal(null)
    void submit(event)
  }
  return (
    <section aria-labelledby="refusal" className="mt-6 grid grid-cols-1 gap-3">
      <SectionHeading id="refusal">{t('title')}</SectionHeading>
      <form onSubmit={find} noValidate className="grid grid-cols-1 gap-3">
        <CodeField label={t('field')} hint={t('hint')} {...field('decisionId')} />
        <FormProblem>{problem}</FormProblem>
        <Button type="submit" pending={pending} className="justify-self-start">
          {t('find')}
        </Button>
      </form>
      <div role="status">
        {refusal !== null && (
          <Why
            key={answers}
            refusal={refusal}
            callId={callId}
            maskedContact={maskedContact}
            onDone={() => setRefusal(null)}
          />
        )}
      </div>
    </section>
  )
}

function Why({
  refusal, callId, maskedContact, onDone,
}: {
  refusal: RefusalView
  callId: string
  maskedContact: string | null
  /** The objection is open: the answer that offered it is over. */
  onDone: () => void
}) {
  const t = useTranslations('desk.refusal')
  const { called } = useWords()
  const [objects, setObjects] = useState(false)
  if (refusal.why === 'unknown') return <Callout tone="info">{t('unknown')}</Callout>
  const { at, since } = refusal
  const words = { at, since, service: called(refusal.service.name), code: formatCaseCode(refusal.caseCode) }
  if (refusal.why === 'deletion_open') return <Callout tone="info">{t('deletionOpen', words)}</Callout>
  const { erasureId, entryId, subjectId, objectionLock } = refusal
  return (
    <div className="grid grid-cols-1 gap-3">
      <Callout tone={refusal.stands ? 'warn' : 'good'}>{refusal.stands ? t('barred', words) : t('barredThen', words)}</Callout>
      {objectionLock !== null && <LockNote lock={objectionLock} />}
      {objectionLock === null && !objects && (
        <Button className="justify-self-start" onClick={() => setObjects(true)}>
          {t('object')}
        </Button>
      )}
      {objects && (
        <AskAfterErasureForm
          choice={{ kind: 'objection', erasureId, entryId, subjectId }}
          callId={callId}
          maskedContact={maskedContact}
          onDone={onDone}
        />
      )}
    </div>
  )
}

'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { RefusalView } from '#usecases/views/desk.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { AskAfterErasureForm } from './ask-after-erasure-form.tsx'
import { useDesk } from './desk-context.tsx'

/** "Why was I refused?" The caller reads the decision's id out, and is told why if it was about them. */
export function RefusalSearch({
  callId, subjectId, maskedContact = null,
}: {
  callId: string
  subjectId: string
  maskedContact?: string | null
}) {
  const t = useTranslations('desk.refusal')
  const { actions } = useDesk()
  const [refusal, setRefusal] = useState<RefusalView | null>(null)
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).findRefusalInput,
    defaultValues: { callId, subjectId, decisionId: '' },
    action: actions.findRefusal,
    onDone: setRefusal,
  })
  return (
    <section aria-labelledby="refusal" className="mt-6 grid grid-cols-1 gap-3">
      <SectionHeading id="refusal">{t('title')}</SectionHeading>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-3">
        <TextField
          label={t('field')}
          hint={t('hint')}
          mono
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={errorOf('decisionId')}
          {...form.register('decisionId')}
        />
        <FormProblem>{problem}</FormProblem>
        <Button type="submit" pending={pending} className="justify-self-start">
          {t('find')}
        </Button>
      </form>
      <div role="status">
        {refusal !== null && <Why refusal={refusal} callId={callId} maskedContact={maskedContact} />}
      </div>
    </section>
  )
}

function Why({
  refusal, callId, maskedContact,
}: {
  refusal: RefusalView
  callId: string
  maskedContact: string | null
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
          onDone={() => setObjects(false)}
        />
      )}
    </div>
  )
}

'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { FormProblem } from '#components/form/form-problem.tsx'
import { KeptNote } from '#components/form/kept-note.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { CaseActions } from './case-actions.ts'

/** A supervisor's question, and for the agent it went to the place to answer it. */
export function ReturnedQuestion({
  view, returned, actions,
}: {
  view: CaseView
  returned: NonNullable<CaseView['returned']>
  actions: CaseActions
}) {
  const t = useTranslations('cases.returned')
  const lock = view.actions.answer
  return (
    <section className="grid gap-3 rounded border border-line bg-surface px-4.5 py-4">
      <SectionHeading>{t('title', { by: returned.by })}</SectionHeading>
      <blockquote className="border-l-2 border-line-strong pl-3.5 text-lg whitespace-pre-line">{returned.question}</blockquote>
      {lock === null && <AnswerForm view={view} actions={actions} />}
      {lock !== null && lock !== undefined && <LockNote lock={lock} />}
    </section>
  )
}

function AnswerForm({ view, actions }: { view: CaseView; actions: CaseActions }) {
  const t = useTranslations('cases.returned')
  const router = useRouter()
  const { field, submit, pending, problem, kept } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).answerInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, answer: '' },
    action: actions.answer,
    draft: { form: 'answer', of: view.caseCode, fields: ['answer'] },
    onDone: () => {
      toast('good', t('sentSay'))
      router.refresh()
    },
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-3">
      <KeptNote kept={kept} />
      <TextArea label={t('answer')} {...field('answer')} />
      <FormProblem>{problem}</FormProblem>
      <div>
        <Button type="submit" look="primary" pending={pending}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}

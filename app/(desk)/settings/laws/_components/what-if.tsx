'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { requestKinds } from '#domain/request/kinds.ts'
import type { WhatIfView } from '#usecases/views/laws.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { CodeField } from '#components/ui/code-field.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { LawActions } from './law-room.tsx'
import { WhatIfAnswer } from './what-if-answer.tsx'

/** A place, a kind and a day: what the table makes of them, step by step, without writing anything. */
export function WhatIf({ action }: { action: LawActions['whatIf'] }) {
  const t = useTranslations('laws')
  const { word } = useWords()
  const [answer, setAnswer] = useState<WhatIfView | null>(null)
  const { field, submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/law-inputs.ts')).whatIfForm,
    defaultValues: { jurisdiction: '', receivedOn: '' },
    action,
    onDone: setAnswer,
  })
  return (
    <section aria-labelledby="what-if" className="grid grid-cols-1 gap-3 rounded border border-line bg-surface px-5 py-4">
      <div>
        <SectionHeading id="what-if">{t('whatIf')}</SectionHeading>
        <p className="mt-1 max-w-[74ch] text-sm text-ink-2">
          {t('whatIfText')} <span id="what-if-place">{t('placeHint')}</span>
        </p>
      </div>
      <form
        noValidate
        className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4"
        onSubmit={(event) => void submit(event)}
      >
        <CodeField label={t('place')} maxLength={6} {...field('jurisdiction')} />
        <Select
          label={t('kind')}
          placeholder={t('choose')}
          options={requestKinds.map((kind) => ({ value: kind, label: word('kind', kind) }))}
          {...field('kind')}
        />
        <Select
          label={t('for')}
          placeholder={t('choose')}
          options={[
            { value: 'service', label: t('scope.service') },
            { value: 'account', label: t('scope.account') },
          ]}
          {...field('scope')}
        />
        <TextField label={t('receivedOn')} type="date" {...field('receivedOn')} />
        <div className="sm:col-span-2 lg:col-span-4">
          <FormProblem>{problem}</FormProblem>
          <Button type="submit" look="primary" pending={pending}>
            {t('reckon')}
          </Button>
        </div>
      </form>
      <div role="status">{answer !== null && <WhatIfAnswer answer={answer} />}</div>
    </section>
  )
}

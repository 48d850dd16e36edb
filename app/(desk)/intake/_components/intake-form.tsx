'use client'
import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { locales } from '#domain/reader/preferences.ts'
import { intakeAsks, intakeChannels, intakeKinds, type IntakeKind, type IntakeView, type TakenIn } from '#usecases/views/intake.ts'
import { languageName } from '#components/data/language-name.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { KeptNote } from '#components/form/kept-note.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { CodeField } from '#components/ui/code-field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { IntakeActions } from './intake-actions.ts'

const keptFields = [
  'channel', 'receivedOn', 'query', 'kind', 'scope', 'purpose', 'about', 'contact', 'locale', 'words',
] as const

/** One letter, visit or e-mail. Nothing is chosen beforehand but the day: today, which most of them came. */
export function IntakeForm({
  view, actions, onDone,
}: {
  view: IntakeView
  actions: IntakeActions
  onDone: (taken: TakenIn) => void
}) {
  const t = useTranslations('intake')
  const ui = useTranslations('ui')
  const common = useTranslations('common')
  const { word, called } = useWords()
  const reader = useLocale()
  const [idempotencyKey] = useState(freshKey)
  const { form, field, submit, pending, problem, kept } = useCommandForm({
    schema: async () => (await import('#usecases/views/intake-input.ts')).intakeInput,
    defaultValues: { receivedOn: view.today, query: '', scope: '', purpose: '', about: '', contact: '', words: '', idempotencyKey },
    action: actions.take,
    draft: { form: 'intake', fields: keptFields },
    onDone,
  })
  // What a letter has to name hangs on what it asks for; before that it could be anything that most ask about.
  const kind = form.watch('kind') as IntakeKind | undefined
  const asks = kind === undefined ? 'scope' : intakeAsks[kind]
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-5">
      <KeptNote kept={kept} />
      <RadioGroup
        legend={t('channel')}
        options={intakeChannels.map((channel) => ({
          value: channel,
          label: <span className="inline-block first-letter:uppercase">{word('channel', channel)}</span>,
        }))}
        {...field('channel')}
      />
      <TextField
        label={t('receivedOn')}
        hint={t('receivedOnHint')}
        type="date"
        max={view.today}
        {...field('receivedOn')}
      />
      <TextField
        label={t('query')}
        hint={t('queryHint')}
        autoComplete="off"
        spellCheck={false}
        {...field('query')}
      />
      <RadioGroup
        legend={t('kind')}
        options={intakeKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        {...field('kind')}
      />
      {(asks === 'service' || asks === 'scope') && (
        <Select
          label={t('scope')}
          placeholder={ui('choose')}
          options={[
            ...view.services.map(({ key, name }) => ({ value: key, label: called(name) })),
            ...(asks === 'scope' ? [{ value: 'account', label: t('account') }] : []),
          ]}
          {...field('scope')}
        />
      )}
      {asks === 'purpose' && (
        <Select
          label={t('purpose')}
          placeholder={ui('choose')}
          options={view.purposes.map(({ key, title }) => ({ value: key, label: called(title) }))}
          {...field('purpose')}
        />
      )}
      {asks === 'case' && <CodeField label={t('about')} hint={t('aboutHint')} {...field('about')} />}
      <TextField
        label={t('contact')}
        hint={t('contactHint')}
        aside={common('optional')}
        autoComplete="off"
        spellCheck={false}
        {...field('contact')}
      />
      <Select
        label={t('locale')}
        placeholder={ui('choose')}
        options={locales.map((locale) => ({ value: locale, label: languageName(locale, reader) }))}
        {...field('locale')}
      />
      <TextArea label={t('words')} aside={asks === 'case' ? null : common('optional')} {...field('words')} />
      <FormProblem>{problem}</FormProblem>
      <Button type="submit" look="primary" pending={pending} className="justify-self-start">
        {t('take')}
      </Button>
    </form>
  )
}

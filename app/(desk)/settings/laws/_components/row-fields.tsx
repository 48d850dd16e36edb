'use client'
import { useTranslations } from 'next-intl'
import type { LawRowForm } from '#usecases/views/law-inputs.ts'
import type { CommandForm } from '#components/form/use-command-form.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { SpanFields } from './span-fields.tsx'

/** The figures of one row, from when, where they are written and why; and a day to try them on. */
export function RowFields({ field }: { field: CommandForm<LawRowForm, LawRowForm>['field'] }) {
  const t = useTranslations('laws.form')
  const says = useTranslations('laws.say')
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <SpanFields name="answer" label={t('answer')} field={field} />
        <SpanFields name="acknowledge" label={t('acknowledge')} field={field} />
        <SpanFields name="extension" label={t('extension')} field={field} />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Select
          label={t('rolls')}
          options={[
            { value: 'yes', label: t('rollsYes') },
            { value: 'no', label: t('rollsNo') },
          ]}
          {...field('rolls')}
        />
        <Select
          label={t('mark')}
          options={[
            { value: '', label: t('markNothing') },
            { value: 'yes', label: says('mark.yes') },
            { value: 'no', label: says('mark.no') },
            { value: 'undecided', label: t('markUndecided') },
          ]}
          {...field('mark')}
        />
        <SpanFields name="markUntil" label={t('markUntil')} field={field} workingDays={false} />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField label={t('validFrom')} hint={t('validFromHint')} type="date" {...field('validFrom')} />
        <TextField label={t('validTo')} hint={t('validToHint')} type="date" {...field('validTo')} />
        <TextField label={t('receivedOn')} hint={t('receivedOnHint')} type="date" {...field('receivedOn')} />
      </div>
      <TextField label={t('citation')} hint={t('citationHint')} autoComplete="off" {...field('citation')} />
      <TextField label={t('reason')} hint={t('reasonHint')} autoComplete="off" {...field('reason')} />
    </>
  )
}

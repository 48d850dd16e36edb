'use client'
import { useTranslations } from 'next-intl'
import type { Path } from 'react-hook-form'
import type { LawRowForm } from '#usecases/views/law-inputs.ts'
import type { CommandForm } from '#components/form/use-command-form.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'

type SpanName = 'answer' | 'acknowledge' | 'extension' | 'markUntil'

/** A length of time as a law writes it: how many, and of what. Empty where the law says nothing. */
export function SpanFields({
  name, label, field, workingDays = true,
}: {
  name: SpanName
  label: string
  field: CommandForm<LawRowForm, LawRowForm>['field']
  /** Whether it can be counted in working days. */
  workingDays?: boolean
}) {
  const t = useTranslations('laws.form')
  const units = (['day', 'working_day', 'month'] as const).filter((unit) => workingDays || unit !== 'working_day')
  return (
    <div role="group" aria-label={label} className="grid min-w-0 gap-1">
      <p aria-hidden="true" className="text-sm font-medium">
        {label}
      </p>
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-2">
        <TextField
          label={t('amount')}
          inputMode="numeric"
          autoComplete="off"
          {...field(`${name}.amount` as Path<LawRowForm>)}
        />
        <Select
          label={t('unit')}
          options={units.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
          {...field(`${name}.unit` as Path<LawRowForm>)}
        />
      </div>
    </div>
  )
}

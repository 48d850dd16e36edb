'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { WorkingDayForm } from '#usecases/views/law-inputs.ts'
import type { LawRoomView } from '#usecases/views/laws.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { CodeField } from '#components/ui/code-field.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { usePlaceName } from '../../_components/use-place-name.ts'
import { useLawText } from './use-law-text.ts'

type SetWorkingDay = (input: WorkingDayForm) => Promise<ActionResult<unknown>>

/** Days to come that the calendar does not know: a holiday that was moved, a day that is made up for. */
export function WorkingDays({
  days, action, onDone,
}: {
  days: LawRoomView['days']
  action: SetWorkingDay
  onDone: () => void
}) {
  const t = useTranslations('laws.days')
  const placeName = usePlaceName()
  const { day } = useLawText()
  const [setting, setSetting] = useState(false)
  return (
    <section aria-labelledby="working-days" className="grid grid-cols-1 gap-3">
      <div>
        <SectionHeading id="working-days">{t('title')}</SectionHeading>
        <p className="mt-1 max-w-[74ch] text-sm text-ink-2">{t('text')}</p>
      </div>
      {days.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <ul aria-labelledby="working-days" className="grid gap-x-8 text-sm sm:grid-cols-2">
          {days.map((one) => (
            <li key={`${one.jurisdiction} ${one.date}`} className="flex justify-between gap-4 border-b border-line py-1.5">
              <span>
                {day(one.date)}, {placeName(one.jurisdiction)}
              </span>
              <span className="text-ink-2">{t(one.working ? 'worked' : 'off')}</span>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button onClick={() => setSetting(true)}>{t('set')}</Button>
      </div>
      {setting && (
        <WorkingDayDialog
          action={action}
          onClose={() => setSetting(false)}
          onDone={() => {
            setSetting(false)
            onDone()
          }}
        />
      )}
    </section>
  )
}

function WorkingDayDialog({
  action, onClose, onDone,
}: {
  action: SetWorkingDay
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('laws.days')
  const laws = useTranslations('laws')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/law-inputs.ts')).workingDayForm,
    defaultValues: { jurisdiction: '', date: '' },
    action,
    onDone,
  })
  return (
    <CommandDialog command={command} title={t('setTitle')} text={t('setText')} act={t('setDo')} onClose={onClose}>
      <CodeField label={laws('place')} hint={t('placeHint')} maxLength={6} {...field('jurisdiction')} />
      <TextField label={t('day')} type="date" {...field('date')} />
      <RadioGroup
        legend={t('is')}
        options={[
          { value: 'no', label: t('off') },
          { value: 'yes', label: t('worked') },
          { value: 'calendar', label: t('calendar') },
        ]}
        {...field('working')}
      />
    </CommandDialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LawMarkForm } from '#usecases/views/settings-inputs.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { CodeField } from '#components/ui/code-field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import type { LawPlace } from './law-places.ts'
import { usePlaceName } from '../../_components/use-place-name.ts'

/** Counsel's decision for one place, or for one that the table does not name yet. Nothing is chosen at first. */
export function LawDialog({
  place, action, onClose, onDone,
}: {
  /** Null: a place that is typed. */
  place: LawPlace | null
  action: (input: LawMarkForm) => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('settings.values')
  const placeName = usePlaceName()
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).lawMarkForm,
    defaultValues: { jurisdiction: place?.jurisdiction ?? '' },
    action,
    onDone,
  })
  return (
    <CommandDialog
      command={command} text={t('markText')} act={t('markDo')} onClose={onClose}
      title={place === null ? t('markTitleAnother') : t('markTitle', { place: placeName(place.jurisdiction) })}
    >
      {place === null && (
        <CodeField label={t('placeCode')} hint={t('placeHint')} maxLength={6} {...field('jurisdiction')} />
      )}
      <RadioGroup
        legend={t('counselSays')}
        options={[
          { value: 'yes', label: t('markYes'), hint: t('markYesHint') },
          { value: 'no', label: t('markNo'), hint: t('markNoHint') },
        ]}
        {...field('mark')}
      />
    </CommandDialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LawMarkForm } from '#usecases/views/settings-inputs.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextField } from '#components/ui/text-field.tsx'
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
  const common = useTranslations('common')
  const placeName = usePlaceName()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/settings-inputs.ts')).lawMarkForm,
    defaultValues: { jurisdiction: place?.jurisdiction ?? '' },
    action,
    onDone,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={place === null ? t('markTitleAnother') : t('markTitle', { place: placeName(place.jurisdiction) })}
      description={t('markText')}
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        {place === null && (
          <TextField
            label={t('placeCode')}
            hint={t('placeHint')}
            mono
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={6}
            error={errorOf('jurisdiction')}
            {...form.register('jurisdiction')}
          />
        )}
        <RadioGroup
          legend={t('counselSays')}
          error={errorOf('mark')}
          options={[
            { value: 'yes', label: t('markYes'), hint: t('markYesHint') },
            { value: 'no', label: t('markNo'), hint: t('markNoHint') },
          ]}
          {...form.register('mark')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('markDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

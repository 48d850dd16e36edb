'use client'
import { useTranslations } from 'next-intl'
import { capacities } from '#domain/verification/caller-check.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** Who calls for the person: in which capacity, by which authority, and where they can be reached themselves. */
export function RepresentativeDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('desk.representative')
  const words = useTranslations('desk.proof')
  const common = useTranslations('common')
  const { word } = useWords()
  const { actions, refresh } = useDesk()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).representativeInput,
    defaultValues: { callId, reference: '', contact: '' },
    action: actions.addRepresentative,
    onDone: () => {
      onClose()
      say('good', t('doneSay'))
      refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('title')} description={t('text')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('capacity')}
          error={errorOf('capacity')}
          options={capacities.map((value) => ({
            value,
            label: word('capacity', value),
            ...(value === 'heir' ? { hint: t('heirHint') } : {}),
          }))}
          {...form.register('capacity')}
        />
        <TextField
          label={t('reference')} hint={words('referenceHint')} mono autoComplete="off" error={errorOf('reference')}
          {...form.register('reference')}
        />
        <TextField
          label={t('contact')} hint={t('contactHint')} autoComplete="off" error={errorOf('contact')}
          {...form.register('contact')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('do')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

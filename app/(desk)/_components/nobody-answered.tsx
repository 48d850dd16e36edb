'use client'
import { useTranslations } from 'next-intl'
import { asMoment } from '#components/form/as-moment.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { CallBackActions } from './call-back-dialog.tsx'

/** A try in vain, with the time of the next one. */
export function NobodyAnswered({
  caseCode, version, action, onNoted,
}: {
  caseCode: string
  version: number
  action: CallBackActions['callBack']
  onNoted: (said: string) => void
}) {
  const t = useTranslations('calling')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).callBackInput,
    defaultValues: { caseCode, version, callId: null, told: null, promisedAt: null },
    action,
    onDone: () => {
      const at = form.getValues('promisedAt')
      onNoted(at === null ? t('nobodySay') : t('nobodySayAt', { at }))
    },
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-3 border-t border-line pt-4">
      <TextField
        label={t('againAt')} hint={t('againAtHint')} type="datetime-local" error={errorOf('promisedAt')}
        {...form.register('promisedAt', { setValueAs: asMoment })}
      />
      <FormProblem>{problem}</FormProblem>
      <Button type="submit" pending={pending} className="justify-self-start">
        {t('nobody')}
      </Button>
    </form>
  )
}

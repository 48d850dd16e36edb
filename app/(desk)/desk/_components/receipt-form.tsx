'use client'
import { useTranslations } from 'next-intl'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { CodeField } from '#components/ui/code-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** The receipt of a case, as it is read out. */
export function ReceiptForm({ callId }: { callId: string }) {
  const t = useTranslations('desk.none')
  const { actions, refresh } = useDesk()
  const { field, submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).receiptInput,
    defaultValues: { callId, receipt: '' },
    action: actions.checkReceipt,
    onDone: () => {
      say('good', t('openedSay'))
      refresh()
    },
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-3">
      <header>
        <h3 className="font-semibold">{t('receipt')}</h3>
        <p className="mt-0.5 text-xs text-ink-2">{t('receiptText')}</p>
      </header>
      <CodeField label={t('receiptField')} {...field('receipt')} />
      <FormProblem>{problem}</FormProblem>
      <Button type="submit" pending={pending} className="justify-self-start">
        {t('receiptCheck')}
      </Button>
    </form>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { DeputiesView, EndDeputyInput } from '#usecases/views/deputies.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'

/** Ending that somebody stands in. */
export function EndDeputyDialog({
  deputy, action, onClose, onDone,
}: {
  deputy: DeputiesView['deputies'][number]
  action: (input: EndDeputyInput) => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('deputies')
  const common = useTranslations('common')
  const { submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/deputies.ts')).endDeputyInput,
    defaultValues: { deputyId: deputy.deputyId },
    action,
    onDone,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('endTitle', { human: deputy.human })} description={t('endText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('endDo')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

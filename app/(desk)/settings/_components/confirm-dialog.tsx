'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'

/** One question before something that is not easily taken back. */
export function ConfirmDialog({
  title, text, label, bad = true, action, onClose, onDone,
}: {
  title: string
  text: string
  label: string
  bad?: boolean
  action: () => Promise<ActionResult<unknown>>
  onClose: () => void
  onDone: () => void
}) {
  const common = useTranslations('common')
  const run = useAction(action, { quiet: true, onDone })
  return (
    <Dialog open onOpenChange={onClose} title={title} description={text}>
      <FormProblem>{run.problem}</FormProblem>
      <DialogButtons>
        <Button look={bad ? 'bad' : 'primary'} pending={run.pending} onClick={() => void run.run(undefined)}>
          {label}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

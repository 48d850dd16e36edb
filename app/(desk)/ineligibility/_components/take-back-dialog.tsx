'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { say } from '#components/ui/toast.tsx'
import type { IneligibilityActions } from './ineligibility-actions.ts'

/** What was asked for by mistake goes no further; the person, who was told of it, is told that as well. */
export function TakeBackDialog({
  about: { caseCode, version }, cancel, onClose,
}: {
  about: { caseCode: string; version: number }
  cancel: IneligibilityActions['cancel']
  onClose: () => void
}) {
  const t = useTranslations('ineligibility')
  const common = useTranslations('common')
  const router = useRouter()
  const code = formatCaseCode(caseCode)
  const taken = useAction(cancel, {
    quiet: true,
    onDone: () => {
      onClose()
      say('good', t('takenBackSay', { code }))
      router.refresh()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('takeBackTitle', { code })} description={t('takeBackText')}>
      <FormProblem>{taken.problem}</FormProblem>
      <DialogButtons>
        <Button look="bad" pending={taken.pending} onClick={() => void taken.run({ caseCode, version, callId: null })}>
          {t('takeBackDo')}
        </Button>
        <Button onClick={onClose}>{common('back')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

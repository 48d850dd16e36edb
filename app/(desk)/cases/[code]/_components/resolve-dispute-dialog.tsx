'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import type { CaseActions } from './case-actions.ts'

/** Was it them or not: neither is chosen beforehand, and the reason is typed. */
export function ResolveDisputeDialog({
  view, actions, onClose, onDone,
}: {
  view: CaseView
  actions: CaseActions
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('cases.dispute')
  const common = useTranslations('common')
  const { form, submit, pending, problem, errorOf } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).resolveDisputeInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, words: '' },
    action: actions.resolveDispute,
    onDone,
  })
  const upheld = form.watch('upheld') as boolean | undefined
  return (
    <Dialog open onOpenChange={onClose} title={t('resolveTitle')} description={t('resolveText')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('upheld')}
          name="upheld"
          value={upheld === undefined ? null : String(upheld)}
          error={errorOf('upheld')}
          onChange={(event) => form.setValue('upheld', event.target.value === 'true', { shouldValidate: true })}
          options={[
            { value: 'true', label: t('upheldYes'), hint: t('upheldYesHint') },
            { value: 'false', label: t('upheldNo'), hint: t('upheldNoHint') },
          ]}
        />
        <TextArea label={t('why')} error={errorOf('words')} {...form.register('words')} />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('resolveDo')}
          </Button>
          <Button onClick={onClose}>{common('back')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
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
  const { form, field, errorOf, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/case-inputs.ts')).resolveDisputeInput,
    defaultValues: { caseCode: view.caseCode, version: view.version, words: '' },
    action: actions.resolveDispute,
    draft: { form: 'resolve_dispute', of: view.caseCode, fields: ['upheld', 'words'] },
    onDone,
  })
  const upheld = form.watch('upheld') as boolean | undefined
  return (
    <CommandDialog
      command={command} title={t('resolveTitle')} text={t('resolveText')}
      act={t('resolveDo')} out="back" onClose={onClose}
    >
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
      <TextArea label={t('why')} {...field('words')} />
    </CommandDialog>
  )
}

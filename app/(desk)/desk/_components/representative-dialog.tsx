'use client'
import { useTranslations } from 'next-intl'
import { capacities } from '#domain/verification/caller-check.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** Who calls for the person: in which capacity, by which authority, and where they can be reached themselves. */
export function RepresentativeDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useTranslations('desk.representative')
  const words = useTranslations('desk.proof')
  const { word } = useWords()
  const { actions, refresh } = useDesk()
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).representativeInput,
    defaultValues: { callId, reference: '', contact: '' },
    action: actions.addRepresentative,
    draft: { form: 'representative', of: callId, fields: ['capacity', 'reference', 'contact'] },
    onDone: () => {
      onClose()
      say('good', t('doneSay'))
      refresh()
    },
  })
  return (
    <CommandDialog command={command} title={t('title')} text={t('text')} act={t('do')} onClose={onClose}>
      <RadioGroup
        legend={t('capacity')}
        options={capacities.map((value) => ({
          value,
          label: word('capacity', value),
          ...(value === 'heir' ? { hint: t('heirHint') } : {}),
        }))}
        {...field('capacity')}
      />
      <TextField label={t('reference')} hint={words('referenceHint')} mono autoComplete="off" {...field('reference')} />
      <TextField label={t('contact')} hint={t('contactHint')} autoComplete="off" {...field('contact')} />
    </CommandDialog>
  )
}

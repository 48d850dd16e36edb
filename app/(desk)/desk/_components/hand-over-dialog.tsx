'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { CallBarView } from '#usecases/views/desk.ts'
import { anybody } from '#usecases/views/hand-over.ts'
import { languageName } from '#components/data/language-name.ts'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** To whom, by language, and whether the caller stays on the line: what was verified goes along only then. */
export function HandOverDialog({ call, onClose }: { call: CallBarView; onClose: () => void }) {
  const t = useTranslations('desk.handOver')
  const locale = useLocale()
  const { actions, refresh } = useDesk()
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).handOverInput,
    defaultValues: { callId: call.callId },
    action: actions.handOver,
    onDone: () => {
      onClose()
      say('info', t('offeredSay'))
      refresh()
    },
  })
  const language = languageName(call.callerLocale, locale)
  const named = call.colleagues.map(({ humanRef, locale: speaks, speaksIt }) => ({
    value: humanRef,
    label: humanRef,
    hint: speaksIt ? t('speaksIt', { language }) : t('speaks', { language: languageName(speaks, locale) }),
  }))
  return (
    <CommandDialog
      command={command} title={t('title')} text={t('text', { language })}
      act={t('offer')} onClose={onClose}
    >
      <RadioGroup
        legend={t('to')}
        options={[{ value: anybody, label: t('anybody'), hint: t('anybodyHint') }, ...named]}
        {...field('to')}
      />
      <RadioGroup
        legend={t('line')}
        options={[
          { value: 'open', label: t('lineOpen'), hint: t('lineOpenHint') },
          { value: 'ends', label: t('lineEnds'), hint: t('lineEndsHint') },
        ]}
        {...field('line')}
      />
    </CommandDialog>
  )
}

'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { CallBarView } from '#usecases/views/desk.ts'
import { anybody } from '#usecases/views/hand-over.ts'
import { languageName } from '#components/data/language-name.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** To whom, by language, and whether the caller stays on the line: what was verified goes along only then. */
export function HandOverDialog({ call, onClose }: { call: CallBarView; onClose: () => void }) {
  const t = useTranslations('desk.handOver')
  const common = useTranslations('common')
  const locale = useLocale()
  const { actions, refresh } = useDesk()
  const { form, submit, pending, problem, errorOf } = useCommandForm({
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
    <Dialog open onOpenChange={onClose} title={t('title')} description={t('text', { language })}>
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <RadioGroup
          legend={t('to')}
          error={errorOf('to')}
          options={[{ value: anybody, label: t('anybody'), hint: t('anybodyHint') }, ...named]}
          {...form.register('to')}
        />
        <RadioGroup
          legend={t('line')}
          error={errorOf('line')}
          options={[
            { value: 'open', label: t('lineOpen'), hint: t('lineOpenHint') },
            { value: 'ends', label: t('lineEnds'), hint: t('lineEndsHint') },
          ]}
          {...form.register('line')}
        />
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('offer')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

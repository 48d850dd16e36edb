'use client'
import { useWatch } from 'react-hook-form'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { filled } from '#domain/script/fill.ts'
import { sampleParams } from '#domain/script/sample.ts'
import type { ScriptRoomLine } from '#usecases/views/scripts.ts'
import { languageName } from '#components/data/language-name.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { KeptNote } from '#components/form/kept-note.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { PublishScript } from './script-room.tsx'
import { useScriptName } from './use-script-name.ts'

/** Other words for one script, with how they read to somebody invented before anybody hears them. */
export function PublishDialog({
  script, withoutDays, action, onClose, onDone,
}: {
  script: ScriptRoomLine
  withoutDays: string
  action: PublishScript
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('scripts')
  const common = useTranslations('common')
  const format = useFormatter()
  const language = languageName(script.locale, useLocale())
  const { scriptId, locale, holes } = script
  const { form, field, submit, pending, problem, kept } = useCommandForm({
    schema: async () => (await import('#usecases/views/script-inputs.ts')).publishScriptInput,
    defaultValues: {
      scriptId, locale, follows: script.versions[0]?.version ?? '', text: script.text, validFrom: '', reason: '',
    },
    action,
    draft: { form: 'script', of: `${scriptId} ${locale}`, fields: ['text', 'validFrom', 'reason'] },
    onDone,
  })
  const text = useWatch({ control: form.control, name: 'text' })
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={t('writeTitle', { script: useScriptName()(scriptId), language })}
      description={t('writeText')}
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
        <KeptNote kept={kept} />
        <TextArea
          label={t('words')}
          hint={
            holes.length === 0
              ? t('noHoles')
              : t('holes', { count: holes.length, holes: format.list(holes.map((hole) => `{${hole}}`)) })
          }
          lang={locale}
          className="[&_textarea]:max-h-56"
          {...field('text')}
        />
        <div role="group" aria-label={t('preview')} className="grid gap-1.5">
          <p className="text-sm font-medium">{t('preview')}</p>
          <ol lang={locale} className="grid gap-2 rounded bg-accent-wash px-4 py-3">
            {lines.map((line, index) => (
              <li key={index}>{filled(line, sampleParams, { locale, withoutDays })}</li>
            ))}
          </ol>
        </div>
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <TextField label={t('validFrom')} hint={t('validFromHint')} type="date" {...field('validFrom')} />
          <TextField label={t('reason')} hint={t('reasonHint')} autoComplete="off" {...field('reason')} />
        </div>
        <FormProblem>{problem}</FormProblem>
        <DialogButtons>
          <Button type="submit" look="primary" pending={pending}>
            {t('publish')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ExportLogResult, LogFilter } from '#usecases/views/log.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { LogActions } from './log-screen.tsx'

/** Takes the log of a period along; who exported what is an entry itself. */
export function ExportDialog({
  filter, action, onClose,
}: {
  filter: LogFilter
  action: LogActions['exportLog']
  onClose: () => void
}) {
  const t = useTranslations('log')
  const common = useTranslations('common')
  const [result, setResult] = useState<ExportLogResult | null>(null)
  const { field, submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/log-inputs.ts')).exportLogInput,
    defaultValues: { from: filter.from ?? '', to: filter.to ?? '' },
    action,
    onDone: setResult,
  })
  return (
    <Dialog open onOpenChange={onClose} title={t('export.title')} description={t('export.text')}>
      {result === null ? (
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField label={t('from')} type="date" {...field('from')} />
            <TextField label={t('to')} type="date" {...field('to')} />
          </div>
          <FormProblem>{problem}</FormProblem>
          <DialogButtons>
            <Button type="submit" look="primary" pending={pending}>
              {t('export.do')}
            </Button>
            <Button onClick={onClose}>{common('cancel')}</Button>
          </DialogButtons>
        </form>
      ) : (
        <div className="grid gap-3">
          <Callout tone="good" live>
            {t('export.done', { entries: result.entries })}
          </Callout>
          <a href={result.href} download={result.file} className="link">
            {t('export.download', { file: result.file })}
          </a>
          <p className="text-xs text-ink-2">
            {t('export.hash')}: <span className="font-mono break-all">{result.sha256}</span>
          </p>
          <DialogButtons>
            <Button onClick={onClose}>{common('close')}</Button>
          </DialogButtons>
        </div>
      )}
    </Dialog>
  )
}

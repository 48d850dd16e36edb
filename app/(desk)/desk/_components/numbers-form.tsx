'use client'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { ActionResult } from '#usecases/action-result.ts'
import type { ConfirmedInput } from '#usecases/views/desk-inputs.ts'
import type { ForeseenView } from '#usecases/views/plan.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { CodeField } from '#components/ui/code-field.tsx'
import { DialogButtons } from '#components/ui/dialog.tsx'

/** Five characters typed below the numbers, so that nothing irreversible happens by accident. It has the focus. */
export function NumbersForm({
  seen, act, send, onDone, onClose,
}: {
  seen: ForeseenView
  act: string
  send: (confirmed: ConfirmedInput) => Promise<ActionResult<unknown>>
  onDone: () => void
  onClose: () => void
}) {
  const t = useTranslations('desk.numbers')
  const common = useTranslations('common')
  const { caseCode, plan } = seen
  const { field, submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).confirmNumbersInput,
    defaultValues: { caseCode, planHash: plan.hash, confirm: '' },
    action: ({ confirm, planHash }) => send({ confirm, planHash }),
    onDone,
  })
  const form = useRef<HTMLFormElement>(null)
  // The numbers stay in sight: what is typed belongs below them.
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), [])
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <CodeField
        label={t('confirm')}
        hint={t('confirmHint', { code: formatCaseCode(caseCode) })}
        maxLength={9}
        {...field('confirm')}
      />
      <FormProblem>{problem}</FormProblem>
      <DialogButtons>
        <Button type="submit" look="primary" pending={pending}>{act}</Button>
        <Button onClick={onClose}>{common('back')}</Button>
      </DialogButtons>
    </form>
  )
}

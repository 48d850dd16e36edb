'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { DecisionView } from '#usecases/views/approvals.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { CommandDialog } from '#components/form/command-dialog.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { ApprovalsActions } from './approvals-actions.ts'
import { ConfirmCode } from './confirm-code.tsx'

/** An objection was upheld after the erasure: who found that it was in error, and who still has to. */
export function Finding({
  decision, finding, actions,
}: {
  decision: DecisionView
  finding: NonNullable<DecisionView['finding']>
  actions: ApprovalsActions
}) {
  const t = useTranslations('approvals.finding')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <section aria-labelledby="finding" className="my-6 rounded border border-line bg-surface px-4.5 py-4">
      <SectionHeading id="finding" aside={t('until', { until: finding.until })}>
        {t('title')}
      </SectionHeading>
      <p className="mt-1.5 max-w-[74ch]">{t('text')}</p>
      {finding.by !== null && <p className="mt-1.5 font-medium">{t('first', { by: finding.by })}</p>}
      <div className="mt-3.5 flex flex-wrap items-center gap-3">
        <Button look="bad" disabled={finding.lock !== null} onClick={() => setOpen(true)}>
          {t('do')}
        </Button>
        {finding.lock !== null && <LockNote lock={finding.lock} />}
      </div>
      {open && (
        <FindingDialog
          decision={decision}
          actions={actions}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            toast('good', t('said'))
            router.refresh()
          }}
        />
      )}
    </section>
  )
}

function FindingDialog({
  decision, actions, onClose, onDone,
}: {
  decision: DecisionView
  actions: ApprovalsActions
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('approvals.finding')
  const { field, ...command } = useCommandForm({
    schema: async () => (await import('#usecases/views/approvals-inputs.ts')).findErrorInput,
    defaultValues: { caseCode: decision.caseCode, version: decision.version, confirm: '' },
    action: actions.findError,
    onDone,
  })
  return (
    <CommandDialog
      command={command} title={t('dialogTitle')} text={t('text')}
      act={t('confirmDo')} look="bad" onClose={onClose}
    >
      <ConfirmCode caseCode={decision.caseCode} {...field('confirm')} />
    </CommandDialog>
  )
}

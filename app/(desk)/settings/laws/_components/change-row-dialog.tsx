'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { LawRow } from '#domain/law/law-row.ts'
import type { LawRowForm } from '#usecases/views/law-inputs.ts'
import type { LawTrialView } from '#usecases/views/laws.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { Leaving } from '../../_components/leaving.tsx'
import type { LawActions } from './law-room.tsx'
import { rowDefaults } from './row-defaults.ts'
import { RowFields } from './row-fields.tsx'
import { TrialAnswer } from './trial-answer.tsx'
import { useLawText } from './use-law-text.ts'

/** Other figures for one row: first what they would do to a request, then, and only as they were tried, in force. */
export function ChangeRowDialog({
  row, actions, onClose, onDone,
}: {
  row: LawRow
  actions: Pick<LawActions, 'changeLawRow' | 'tryLawRow'>
  onClose: () => void
  onDone: () => void
}) {
  const t = useTranslations('laws.form')
  const common = useTranslations('common')
  const { rowName } = useLawText()
  const [tried, setTried] = useState<{ input: LawRowForm; answer: LawTrialView } | null>(null)
  const command = useCommandForm({
    schema: async () => (await import('#usecases/views/law-inputs.ts')).lawRowForm,
    defaultValues: rowDefaults(row),
    action: async (input: LawRowForm) => {
      const result = await actions.tryLawRow(input)
      if (result.ok) setTried({ input, answer: result.value })
      return result
    },
  })
  const publish = useAction(actions.changeLawRow, { quiet: true, onDone })
  const [leaving, setLeaving] = useState(false)
  const { isDirty } = command.form.formState
  const leave = () => (isDirty ? setLeaving(true) : onClose())
  return (
    <Dialog open wide onOpenChange={leave} title={t('title', { row: rowName(row).whole })} description={t('text')}>
      <form
        noValidate
        className="grid gap-4"
        // What was tried is what is published: anything typed since has to be tried first.
        onChange={() => setTried(null)}
        onSubmit={(event) => void command.submit(event)}
      >
        <RowFields field={command.field} />
        <FormProblem>{command.problem ?? publish.problem}</FormProblem>
        <div role="status">{tried !== null && <TrialAnswer answer={tried.answer} />}</div>
        {leaving ? (
          <Leaving
            words={{ text: t('leaveText'), stay: t('leaveStay'), leave: t('leaveDo') }}
            onLeave={onClose}
            onStay={() => setLeaving(false)}
          />
        ) : (
          <DialogButtons>
            {tried === null ? (
              <Button type="submit" look="primary" pending={command.pending}>
                {t('try')}
              </Button>
            ) : (
              <Button look="primary" pending={publish.pending} onClick={() => void publish.run(tried.input)}>
                {t('publish')}
              </Button>
            )}
            <Button onClick={leave}>{common('cancel')}</Button>
          </DialogButtons>
        )}
      </form>
    </Dialog>
  )
}

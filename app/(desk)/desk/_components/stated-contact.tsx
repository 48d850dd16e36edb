'use client'
import { useTranslations } from 'next-intl'
import type { StatedContactView } from '#usecases/views/desk.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useCommandForm } from '#components/form/use-command-form.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say } from '#components/ui/toast.tsx'
import { CodeEntry } from './code-entry.tsx'
import { useDesk } from './desk-context.tsx'

/** A code to a contact that somebody states. It goes out whatever the desk knows of it. */
export function StatedContact({
  callId, stated, now,
}: {
  callId: string
  stated: StatedContactView | null
  now: number
}) {
  const t = useTranslations('desk')
  const { actions, refresh } = useDesk()
  const { form, field, submit, pending, problem } = useCommandForm({
    schema: async () => (await import('#usecases/views/desk-inputs.ts')).statedContactInput,
    defaultValues: { callId, contact: '' },
    action: actions.sendStatedCode,
    onDone: () => {
      say('info', t('way.sentSay'))
      refresh()
    },
  })
  const challenge = stated?.challenge ?? null
  return (
    <>
      {challenge !== null && (
        <CodeEntry
          key={challenge.challengeId}
          challenge={challenge}
          callId={callId}
          now={now}
          said={t('none.readSay')}
          onOver={() => form.setFocus('contact')}
          onAgain={() => form.setFocus('contact')}
        />
      )}
      <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-3">
        <TextField
          label={t('none.contactField')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...field('contact')}
        />
        <FormProblem>{problem}</FormProblem>
        <Button type="submit" pending={pending} className="justify-self-start">
          {challenge === null ? t('none.contactSend') : t('none.contactAgain')}
        </Button>
      </form>
    </>
  )
}

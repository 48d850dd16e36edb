'use client'
import { useState } from 'react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ConfirmedInput } from '#usecases/views/desk-inputs.ts'
import type { ChoiceView, VerifiedPersonView } from '#usecases/views/desk.ts'
import { DueWhy } from '#components/data/due-why.tsx'
import { useNames } from '#components/i18n/names.tsx'
import { LockNote } from '#components/data/lock-note.tsx'
import { QuietKey } from '#components/data/quiet-key.tsx'
import { ScriptCard } from '#components/data/script-card.tsx'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useDraft } from '#components/form/use-draft.tsx'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextArea } from '#components/ui/textarea.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { ChoiceEffects } from './choice-effects.tsx'
import { useDesk } from './desk-context.tsx'
import { freshKey } from '#components/form/fresh-key.ts'
import { toldAs, ToldChoice, type SaidCode } from './told-choice.tsx'
import { useNumbers } from './use-numbers.ts'

// Most choices have no such step.
const NumbersDialog = dynamic(() => import('./numbers-dialog.tsx').then((dialog) => dialog.NumbersDialog), { ssr: false })

/** What it does, the words to read, what the caller said, and the button. */
export function SubmitChoice({
  choice, callId, subjectId, writing,
}: {
  choice: ChoiceView
  callId: string
  subjectId: string
  writing: VerifiedPersonView['writing']
}) {
  const t = useTranslations('desk.now')
  const keys = useTranslations('desk.keys')
  const { actions, refresh, refreshing } = useDesk()
  const [told, setTold] = useState<SaidCode | null>(null)
  const [words, setWords] = useState('')
  const [idempotencyKey] = useState(freshKey)
  const sent = useDraft({ form: 'words', of: callId, text: words, restore: setWords })
  const numbers = useNumbers({ callId, subjectId, choiceId: choice.choiceId, idempotencyKey })
  const called = useNames()
  // Submitted or only looking so: the same becomes of the screen.
  const onDone = () => {
    sent()
    numbers.close()
    toast('good', t('submittedSay'))
    refresh()
  }
  const submit = useAction(actions.submitRequest, { quiet: true, onDone })
  const [reach, setReach] = useState<'this' | 'all' | null>(null)
  const all = reach === 'all' && choice.both?.lock === null ? choice.both : null
  const { script } = all ?? choice
  const asksReach = choice.both !== null && choice.both.lock === null
  const missing = (choice.mustTell && told === null) || (asksReach && reach === null)

  function asked(said: SaidCode | null, confirmed: ConfirmedInput | null = null) {
    const { scriptId, version: scriptVersion, locale } = script
    return {
      callId,
      subjectId,
      choiceId: choice.choiceId,
      alsoSubjectIds: all?.subjectIds ?? [],
      told: said === null ? null : { ...toldAs(said), scriptId, scriptVersion, locale },
      confirmed,
      words,
      idempotencyKey,
    }
  }
  const takeDown = useAction(actions.takeDown, {
    quiet: true,
    onDone: () => {
      sent()
      numbers.close()
      refresh()
    },
  })
  const quiet = () => void submit.run(asked('under_pressure'))
  const goOn = () => (choice.numbersFirst ? numbers.look() : void submit.run(asked(told)))
  useShortcut('Mod+Enter', keys('submit'), goOn, !missing)

  const act = t(`submit_${choice.kind}`)
  return (
    <div className="grid grid-cols-1 gap-3.5">
      {asksReach && (
        <RadioGroup
          legend={t('reach')}
          name="reach"
          value={reach}
          onChange={(event) => setReach(event.target.value === 'all' ? 'all' : 'this')}
          options={[
            { value: 'this', label: t('reach_this') },
            { value: 'all', label: t('reach_all', { count: (choice.both?.subjectIds.length ?? 0) + 1 }) },
          ]}
        />
      )}
      {choice.both !== null && choice.both.lock !== null && (
        <div className="grid gap-0.5 text-xs text-ink-2">
          <span className="font-semibold">{t('reach_all', { count: choice.both.subjectIds.length + 1 })}</span>
          <LockNote lock={choice.both.lock} />
        </div>
      )}
      <ChoiceEffects choice={all === null ? choice : { ...choice, ...all }} className="gap-0.5 text-xs" />
      <ScriptCard script={script} />
      {choice.mustTell && (
        <ToldChoice
          told={told}
          writing={writing}
          onTell={setTold}
          onQuiet={quiet}
          pending={submit.pending}
        />
      )}
      {!choice.mustTell && <QuietKey onQuiet={quiet} pending={submit.pending} />}
      <TextArea label={t('words')} rows={2} value={words} maxLength={4000} onChange={(event) => setWords(event.target.value)} />
      <FormProblem>{submit.problem}</FormProblem>
      <Button
        look="primary"
        hint="Ctrl ↵"
        aria-keyshortcuts="Control+Enter"
        className="w-full"
        pending={submit.pending || refreshing}
        disabled={missing}
        onClick={goOn}
      >
        {choice.numbersFirst ? t('opensNumbers', { act }) : act}
      </Button>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-ink-2">
        <span>
          {t('due', { at: choice.due.dueAt })} · <DueWhy due={choice.due} />
        </span>
        <span>{t('codeLater')}</span>
      </p>
      {numbers.open && (
        <NumbersDialog
          numbers={numbers}
          act={act}
          service={called(choice.service?.name ?? '')}
          send={(confirmed) => actions.submitRequest(asked(null, confirmed))}
          onDone={onDone}
          takeDown={{ ...takeDown, run: () => void takeDown.run(asked(null)) }}
          quiet={{ run: quiet, pending: submit.pending }}
        />
      )}
    </div>
  )
}

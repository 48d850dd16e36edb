'use client'
import { useEffect, useRef, useState } from 'react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ConfirmedInput } from '#usecases/views/desk-inputs.ts'
import type { VerifiedPersonView, WaitingView } from '#usecases/views/desk.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { ScriptCard } from '#components/data/script-card.tsx'
import { asMoment } from '#components/form/as-moment.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'
import { toldAs, ToldChoice, type SaidCode } from './told-choice.tsx'
import { useNumbers } from './use-numbers.ts'

// Most cases have no such step.
const NumbersDialog = dynamic(() => import('./numbers-dialog.tsx').then((dialog) => dialog.NumbersDialog), { ssr: false })

const titles = { parked: 'title', unverified: 'titleUnverified', taken_down: 'titleTakenDown' } as const

/**
 * A case that waited for this person: to be reached at the contact on file and told again, or only to be verified.
 * Then it goes on.
 */
export function WaitingCard({
  waiting, callId, wanted, writing,
}: {
  waiting: WaitingView
  writing: VerifiedPersonView['writing']
  callId: string
  /** The first of them: it is the next step, so it has the focus. */
  wanted: boolean
}) {
  const t = useTranslations('desk.callBack')
  const dial = useTranslations('calling')
  const now = useTranslations('desk.now')
  const { word, called } = useWords()
  const { actions, refresh, refreshing } = useDesk()
  const [told, setTold] = useState<SaidCode | null>(null)
  const [again, setAgain] = useState('')
  const numbers = useNumbers({ callId, caseCode: waiting.caseCode })
  const onDone = () => {
    numbers.close()
    toast('good', t('notedSay'))
    refresh()
  }
  const note = useAction(actions.callBack, { quiet: true, onDone })
  const asked = (said: SaidCode | null, confirmed: ConfirmedInput | null = null) => {
    const { caseCode, version, script } = waiting
    const how =
      script === null
        ? null
        : { scriptId: script.scriptId, scriptVersion: script.version, locale: script.locale }
    const promisedAt = said === 'not_told' ? asMoment(again) : null
    const told = said === null || how === null ? null : { ...toldAs(said), ...how }
    return { caseCode, version, callId, told, confirmed, promisedAt }
  }
  // What waited is the next step: it is told before anything else is chosen.
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wanted) card.current?.focus()
  }, [wanted])
  const reads = waiting.readUntil !== null
  const act = reads ? t('answered') : waiting.why === 'parked' ? t('done') : waiting.why === 'unverified' ? t('submit') : now(`submit_${waiting.kind}`)
  const title = reads ? t('titleReads') : t(titles[waiting.why])
  return (
    <section ref={card} tabIndex={-1} aria-label={title} className="grid grid-cols-1 gap-3.5 rounded border border-accent px-3.5 py-3.5">
      <header>
        <h3 className="font-semibold">{title}</h3>
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-xs text-ink-2">
          <CaseCode code={waiting.caseCode} />
          <span>
            {word('kind', waiting.kind)}
            {waiting.service !== null && ` · ${called(waiting.service.name)}`}
          </span>
          <span>
            {waiting.readUntil !== null
              ? t('reads', { until: waiting.readUntil })
              : t('since', { at: waiting.since, tries: waiting.tries })}
          </span>
        </p>
      </header>
      {waiting.pressed && <Callout tone="warn">{t('alone')}</Callout>}
      {waiting.script !== null && <ScriptCard script={waiting.script} />}
      {waiting.mustTell && (
        <ToldChoice
          told={told}
          writing={waiting.pressed || reads ? null : writing}
          onTell={setTold}
          onQuiet={() => void note.run(asked('under_pressure'))}
          pending={note.pending}
        />
      )}
      {told === 'not_told' && (
        <TextField
          label={dial('againAt')} hint={t('againAtHint')} type="datetime-local" value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      )}
      <FormProblem>{note.problem}</FormProblem>
      <Button
        look="primary"
        className="w-full"
        pending={note.pending || refreshing}
        disabled={waiting.mustTell && told === null}
        onClick={() => (waiting.numbersFirst ? numbers.look() : void note.run(asked(told)))}
      >
        {waiting.numbersFirst ? now('opensNumbers', { act }) : act}
      </Button>
      {numbers.open && (
        <NumbersDialog
          numbers={numbers}
          act={now(`submit_${waiting.kind}`)}
          service={waiting.service === null ? '' : called(waiting.service.name)}
          send={(confirmed) => actions.callBack(asked(null, confirmed))}
          onDone={onDone}
        />
      )}
    </section>
  )
}

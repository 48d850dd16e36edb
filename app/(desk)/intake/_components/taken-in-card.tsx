'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { TakenIn } from '#usecases/views/intake.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { CaseLink } from '#components/data/case-link.tsx'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import type { IntakeActions } from './intake-actions.ts'
import { WhoForm } from './who-form.tsx'

/** The case that a letter became, and what is to do about it: wait for the person, or answer whoever wrote. */
export function TakenInCard({
  taken: first, actions, onNext,
}: {
  taken: TakenIn
  actions: IntakeActions
  onNext: () => void
}) {
  const t = useTranslations('intake')
  const [taken, setTaken] = useState(first)
  const [answered, setAnswered] = useState(false)
  const card = useRef<HTMLElement>(null)
  const noData = useAction(actions.noData, { quiet: true, onDone: () => setAnswered(true) })
  const named = taken.found === 'one' && first.found !== 'one'
  // Where the form was is the answer.
  useEffect(() => card.current?.focus(), [named])
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={t('takenTitle')}
      className="grid grid-cols-1 gap-4 rounded border border-line bg-surface px-4.5 py-4"
    >
      <p>
        <CaseCode code={taken.caseCode} large />
      </p>
      <p role="status">{answered ? t(taken.hasContact ? 'answered' : 'closed') : t(`found_${taken.found}`)}</p>
      {taken.found !== 'one' && !answered && (
        <WhoForm
          about={{ ...taken, several: taken.found === 'several' }}
          nameSubjects={actions.nameSubjects}
          onNamed={({ version }) => setTaken({ ...taken, version, found: 'one' })}
          onSeveral={() => setTaken({ ...taken, found: 'several' })}
        />
      )}
      {taken.found === 'none' && !answered && (
        <>
          <Callout tone={taken.hasContact ? 'info' : 'warn'}>{t(taken.hasContact ? 'neutral' : 'noContact')}</Callout>
          <FormProblem>{noData.problem}</FormProblem>
          <Button
            className="justify-self-start"
            pending={noData.pending}
            onClick={() => void noData.run({ caseCode: taken.caseCode, version: taken.version })}
          >
            {t(taken.hasContact ? 'noData' : 'close')}
          </Button>
        </>
      )}
      <p className="flex flex-wrap items-center gap-3 text-sm">
        <span>
          {t('open')} <CaseLink code={taken.caseCode} />
        </span>
        <Button look="quiet" onClick={onNext}>
          {t('next')}
        </Button>
      </p>
    </section>
  )
}

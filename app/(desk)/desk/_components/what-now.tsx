'use client'
import { useState } from 'react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { CallBarView, VerifiedPersonView } from '#usecases/views/desk.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { ChoiceCard } from './choice-card.tsx'
import { EarlierLetter } from './earlier-letter.tsx'
import { SubmitChoice } from './submit-choice.tsx'
import { SubmittedCard } from './submitted-card.tsx'
import { WaitingCard } from './waiting-card.tsx'
import { WaysToVerify } from './ways-to-verify.tsx'

// Read out when the caller asks for it: not part of what a look-up has to load.
const CompareDialog = dynamic(() => import('./compare-dialog.tsx').then((dialog) => dialog.CompareDialog), { ssr: false })

/** What can be done for this person: the best choice open, the others beside it, each with its lock. */
export function WhatNow({
  person, call, now,
}: {
  person: VerifiedPersonView
  call: CallBarView
  now: number
}) {
  const t = useTranslations('desk')
  const possible = person.choices.filter((choice) => choice.lock === null)
  const [chosenId, setChosenId] = useState<string | null>(
    () => (possible.find((choice) => choice.best) ?? possible[0])?.choiceId ?? null,
  )
  // The case beside which another is asked for: what comes after it is shown, and it is not shown again before.
  const [besides, setBesides] = useState<string | null>(null)
  const [comparing, setComparing] = useState(false)
  const chosen = possible.find((choice) => choice.choiceId === chosenId) ?? null
  const move = (by: 1 | -1) => {
    const at = possible.findIndex((choice) => choice.choiceId === chosenId)
    const next = possible[Math.min(possible.length - 1, Math.max(0, at + by))]
    if (next !== undefined) setChosenId(next.choiceId)
  }
  useShortcut('j', t('keys.next'), () => move(1))
  useShortcut('k', t('keys.previous'), () => move(-1))

  const [latest] = person.submitted
  if (latest !== undefined && latest.caseCode !== besides) {
    return (
      <>
        <SectionHeading>{t('now.title')}</SectionHeading>
        <SubmittedCard
          key={latest.caseCode} submitted={latest} callerLocale={call.callerLocale} callId={call.callId}
        />
        <Button look="quiet" className="mt-4" onClick={() => setBesides(latest.caseCode)}>
          {t('submitted.another')}
        </Button>
      </>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <SectionHeading
        aside={
          person.choices.length > 0 && (
            <button type="button" className="link min-h-6" onClick={() => setComparing(true)}>
              {t('now.compare')}
            </button>
          )
        }
      >
        {t('now.title')}
      </SectionHeading>
      {person.waiting.map((waiting, index) => (
        <WaitingCard
          key={`${waiting.caseCode}.${waiting.version}`}
          waiting={waiting}
          writing={person.writing}
          callId={call.callId}
          wanted={index === 0}
        />
      ))}
      {person.choices.map((choice, index) => (
        <ChoiceCard
          key={choice.choiceId}
          choice={choice}
          digit={String(index + 1)}
          chosen={choice.choiceId === chosenId}
          onChoose={() => setChosenId(choice.choiceId)}
          wanted={choice === chosen && person.waiting.length === 0}
        >
          {choice === chosen && (
            <SubmitChoice
              key={choice.choiceId}
              choice={choice}
              callId={call.callId}
              subjectId={person.person.subjectId}
              writing={person.writing}
            />
          )}
        </ChoiceCard>
      ))}
      {person.secondFactor.length > 0 && (
        <section aria-labelledby="second-factor" className="mt-3">
          <SectionHeading id="second-factor">{t('secondFactor.title')}</SectionHeading>
          <p className="mt-1 text-xs text-ink-2">{t('secondFactor.text')}</p>
          <WaysToVerify ways={person.secondFactor} callId={call.callId} now={now} />
        </section>
      )}
      <EarlierLetter callId={call.callId} />
      {comparing && <CompareDialog choices={person.choices} onClose={() => setComparing(false)} />}
    </div>
  )
}

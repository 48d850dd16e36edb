'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ErasedPersonView } from '#usecases/views/desk.ts'
import type { Lock } from '#usecases/views/phrase.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { AskAfterErasureForm } from './ask-after-erasure-form.tsx'
import { ChoiceFrame } from './choice-frame.tsx'

/** One thing that somebody erased can still ask for. */
export interface ErasedChoice {
  readonly kind: 'objection' | 'ineligibility_correction'
  readonly erasureId: string
  readonly entryId: string | null
  readonly title: string
  readonly text: string
  readonly lock: Lock | null
}

/** What somebody erased can still ask for: to object, or to have a mark corrected. */
export function AskAfterErasure({
  person, callId,
}: {
  person: ErasedPersonView
  callId: string
}) {
  const choices = useErasedChoices(person)
  const [chosen, setChosen] = useState<number | null>(null)
  // What was typed for one choice stays in its form, out of sight, while another is chosen.
  const [begun, setBegun] = useState<ReadonlySet<number>>(new Set())
  const choose = (index: number) => {
    setChosen(index)
    setBegun(new Set([...begun, index]))
  }
  return (
    <div className="mt-3 grid grid-cols-1 gap-3">
      {choices.map((choice, index) => (
        <ChoiceFrame
          key={`${choice.kind} ${choice.entryId ?? choice.erasureId}`}
          title={choice.title}
          text={choice.text}
          lock={choice.lock}
          digit={String(index + 1)}
          chosen={chosen === index}
          onChoose={() => choose(index)}
        >
          {begun.has(index) && (
            <div hidden={chosen !== index} className="px-3.5 pb-3.5">
              <AskAfterErasureForm
                choice={{ ...choice, subjectId: null }}
                callId={callId}
                maskedContact={person.maskedContact}
              />
            </div>
          )}
        </ChoiceFrame>
      ))}
    </div>
  )
}

function useErasedChoices({ erasures }: ErasedPersonView): ErasedChoice[] {
  const t = useTranslations('desk.erased')
  const { called } = useWords()
  return erasures.flatMap(({ erasureId, bars, objectionLock }): ErasedChoice[] => {
    const text = { objection: t('objectionText'), ineligibility_correction: t('correctionText') }
    if (bars.length === 0) {
      const kind = 'objection'
      return [{ kind, erasureId, entryId: null, title: t('objectionAccount'), text: text[kind], lock: objectionLock }]
    }
    return bars.flatMap((bar): ErasedChoice[] => {
      const service = called(bar.service.name)
      const about = { erasureId, entryId: bar.entryId }
      return [
        { ...about, kind: 'objection', title: t('objection', { service }), text: text.objection, lock: bar.objectionLock },
        {
          ...about,
          kind: 'ineligibility_correction',
          title: t('correction', { service }),
          text: text.ineligibility_correction,
          lock: bar.correctionLock,
        },
      ]
    })
  })
}

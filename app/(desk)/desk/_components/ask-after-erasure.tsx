'use client'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { ErasedPersonView } from '#usecases/views/desk.ts'
import type { Lock } from '#usecases/views/phrase.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { cx } from '#components/ui/cx.ts'
import { Kbd } from '#components/ui/kbd.tsx'
import { AskAfterErasureForm } from './ask-after-erasure-form.tsx'

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
  // Nobody is on file, so there is no key to keep a draft under: what was typed stays in its form, out of sight.
  const [begun, setBegun] = useState<ReadonlySet<number>>(new Set())
  const choose = (index: number) => {
    setChosen(index)
    setBegun(new Set([...begun, index]))
  }
  return (
    <div className="mt-3 grid grid-cols-1 gap-3">
      {choices.map((choice, index) => (
        <Choice
          key={`${choice.kind} ${choice.entryId ?? choice.erasureId}`}
          choice={choice}
          digit={String(index + 1)}
          chosen={chosen === index}
          begun={begun.has(index)}
          onChoose={() => choose(index)}
        >
          <AskAfterErasureForm
            choice={{ ...choice, subjectId: null }}
            callId={callId}
            maskedContact={person.maskedContact}
          />
        </Choice>
      ))}
    </div>
  )
}

function Choice({
  choice, digit, chosen, begun, onChoose, children,
}: {
  choice: ErasedChoice
  digit: string
  chosen: boolean
  /** It was chosen before: its form is there, with what was typed. */
  begun: boolean
  onChoose: () => void
  children: ReactNode
}) {
  useShortcut(digit, choice.title, onChoose, choice.lock === null)
  if (choice.lock !== null) {
    return (
      <div className="grid gap-1 rounded border border-dashed border-line-strong px-3.5 py-3 text-ink-2">
        <h3 className="font-semibold">{choice.title}</h3>
        <LockNote lock={choice.lock} />
      </div>
    )
  }
  return (
    <div className={cx('rounded border bg-surface', chosen ? 'border-accent shadow-[0_0_0_1px_var(--accent)]' : 'border-line')}>
      <h3>
        <button
          type="button"
          aria-expanded={chosen}
          aria-keyshortcuts={digit}
          onClick={onChoose}
          className="grid w-full gap-1 rounded px-3.5 py-3 text-left"
        >
          <span className="flex items-center justify-between gap-2 font-semibold">
            {choice.title}
            <Kbd>{digit}</Kbd>
          </span>
          <span className="text-xs text-ink-2">{choice.text}</span>
        </button>
      </h3>
      {begun && (
        <div hidden={!chosen} className="px-3.5 pb-3.5">
          {children}
        </div>
      )}
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

'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { DeskCallView } from '#usecases/views/desk.ts'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { useDesk } from './desk-context.tsx'
import { LookUpField } from './look-up-field.tsx'

/**
 * The accounts of this call, each with its own level, and the way to another one of the same person. The caller says
 * that they have it; it is looked up and verified by itself.
 */
export function CallPeople({ view }: { view: DeskCallView }) {
  const t = useTranslations('desk.people')
  const { word } = useWords()
  const { actions, refresh } = useDesk()
  const [looking, setLooking] = useState(false)
  const turn = useAction(actions.switchSubject, { onDone: refresh })
  const { people, person } = view
  const { callId } = view.call
  if (people.length === 0 && person.found !== 'verified' && person.found !== 'erased') return null
  return (
    <section aria-label={t('title')} className="gutter grid grid-cols-1 border-b border-line bg-surface py-2">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        {people.length > 0 && <span className="text-xs text-ink-2">{t('title')}</span>}
        {people.map((one) => (
          <button
            key={one.subjectId}
            type="button"
            aria-pressed={one.current}
            disabled={turn.pending}
            onClick={() => void turn.run({ callId, subjectId: one.subjectId })}
            className={cx(
              'flex min-h-8 flex-wrap items-baseline gap-x-2 rounded border px-3 py-1 text-left',
              one.current ? 'border-accent bg-accent-wash' : 'border-line-strong hover:border-field',
            )}
          >
            <span className="font-mono">{one.masked.join(' · ')}</span>
            <span className="text-xs text-ink-2">{word('level', String(one.level))}</span>
          </button>
        ))}
        <Button look="quiet" aria-expanded={looking} onClick={() => setLooking(!looking)}>
          {t('another')}
        </Button>
      </div>
      {looking && <LookUpField callId={callId} label={t('field')} homeCountry={view.homeCountry} small />}
    </section>
  )
}

'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { Role } from '#domain/access/policy.ts'
import { stepFrom, tourPlace, tourSteps, withTourPlace, type TourStep } from '#domain/reader/tour.ts'
import { setPreference } from '#components/i18n/set-preference.ts'

/**
 * What to try in this demo, for the role that looks, one step at a time. It stands in the frame beside the rooms, where
 * it covers nothing and takes no focus; it is announced on the first visit alone, and can be closed for ever.
 *
 * @param noted how far each member of staff is on this machine, from their cookie
 */
export function DemoTour({ role, humanRef, noted }: { role: Role; humanRef: string; noted: string }) {
  const t = useTranslations('tour')
  const [place, setPlace] = useState(() => tourPlace(noted, humanRef))
  const [said, setSaid] = useState('')
  const last = useRef(noted)
  const isNew = place === 'new'
  const step = place === 'new' || place === 'end' ? '1' : place

  const note = (next: TourStep | 'end') => {
    last.current = withTourPlace(last.current, humanRef, next)
    setPreference('tour', last.current)
  }
  const goTo = (next: TourStep | 'end') => {
    note(next)
    setPlace(next)
  }
  useEffect(() => {
    if (!isNew) return undefined
    // A live region speaks of what appears in it, not of what it came with.
    const timer = setTimeout(() => {
      setSaid(t('begins'))
      last.current = withTourPlace(last.current, humanRef, '1')
      setPreference('tour', last.current)
    }, 0)
    return () => clearTimeout(timer)
  }, [isNew, humanRef, t])

  if (place === 'end') return null
  const isLast = step === tourSteps.at(-1)
  const isFirst = step === tourSteps[0]
  const link = 'link min-h-6 text-left'
  return (
    <section
      aria-label={t('name')}
      className="my-2 grid gap-1.5 rounded border border-line bg-surface p-2.5 text-xs text-ink-2 desk:mt-5"
    >
      <p aria-live="polite" className="sr-only">{said}</p>
      <p className="flex justify-between gap-2">
        <strong className="text-ink">{t('name')}</strong>
        <span className="whitespace-nowrap">{t('at', { at: Number(step), of: tourSteps.length })}</span>
      </p>
      <p aria-live="polite">{t(`${role}.${step}`)}</p>
      <div className="flex flex-wrap gap-x-3">
        <button type="button" className={link} onClick={() => goTo(stepFrom(step, 1))}>
          {isLast ? t('again') : t('on')}
        </button>
        <button
          type="button"
          aria-disabled={isFirst || undefined}
          className={`${link} aria-disabled:opacity-55`}
          onClick={() => goTo(stepFrom(step, -1))}
        >
          {t('back')}
        </button>
        <button type="button" className={link} onClick={() => goTo('end')}>
          {t('end')}
        </button>
      </div>
    </section>
  )
}

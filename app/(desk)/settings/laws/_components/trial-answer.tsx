'use client'
import { useTranslations } from 'next-intl'
import type { LawTrialView, TriedDates } from '#usecases/views/laws.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Callout } from '#components/ui/callout.tsx'
import { useLawText } from './use-law-text.ts'

/** What the new figures make of one request, beside what the table makes of it as it stands. */
export function TrialAnswer({ answer }: { answer: LawTrialView }) {
  const t = useTranslations('laws.trial')
  const due = useTranslations('due')
  const { word } = useWords()
  const { day } = useLawText()
  const { receivedOn, kind, before, after, longerThanShipped } = answer
  return (
    <section aria-label={t('title')} className="grid gap-2 rounded border border-line bg-sunken px-4 py-3">
      <p className="font-semibold">
        {t('due', {
          kind: word('kind', kind), received: day(receivedOn), after: day(after.dueOn), before: day(before.dueOn),
          same: after.dueOn === before.dueOn ? 'yes' : 'no',
        })}
      </p>
      <ul className="list-disc pl-5 text-sm">
        <li>{t('acknowledge', words(day, before.acknowledgeOn, after.acknowledgeOn))}</li>
        <li>{t('extension', words(day, before.extendedTo, after.extendedTo))}</li>
        <li>{t('open')}</li>
      </ul>
      {longerThanShipped !== null && <Callout tone="warn">{t('longer', { day: day(longerThanShipped) })}</Callout>}
      <p className="text-xs text-ink-2">{due('confirm')}</p>
    </section>
  )
}

/** The two days for a sentence; `none` where there is no such day. */
const words = (day: (date: string) => string, before: TriedDates['extendedTo'], after: TriedDates['extendedTo']) => ({
  before: before === null ? '' : day(before),
  after: after === null ? '' : day(after),
  had: before === null ? 'no' : 'yes',
  has: after === null ? 'no' : 'yes',
})

'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '#usecases/views/case.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Callout } from '#components/ui/callout.tsx'

/** Why it was rejected, on which ground, in the words the person reads. */
export function Rejection({ rejection }: { rejection: NonNullable<CaseView['rejection']> }) {
  const t = useTranslations('cases.rejection')
  const { word } = useWords()
  return (
    <Callout tone="bad">
      {t('title', { reason: word('rejection', rejection.code) })}
      <span className="block font-normal">
        {t('ground', { ground: word('ground', rejection.ground) })}
      </span>
      {rejection.text !== '' && <span className="mt-1 block font-normal whitespace-pre-line text-ink">{rejection.text}</span>}
    </Callout>
  )
}

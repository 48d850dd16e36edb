'use client'
import { useTranslations } from 'next-intl'
import type { ChoiceView } from '#usecases/views/desk.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { cx } from '#components/ui/cx.ts'

/** What a choice does to this person. That nobody is marked is said once, with the reason if there is one. */
export function ChoiceEffects({ choice, className }: { choice: ChoiceView; className: string }) {
  const t = useTranslations('desk.now')
  const { say } = useWords()
  const reason = choice.mark?.mark === 'none' ? choice.mark.reason : null
  const effects = choice.effects.filter((effect) => reason === null || effect.key !== 'no_mark')
  return (
    <ul className={cx('grid list-disc pl-4 text-ink-2', className)}>
      {effects.map((effect, index) => (
        <li key={index}>{say('effect', effect)}</li>
      ))}
      {reason !== null && <li>{t('noMark', { reason: say('mark', { key: reason }) })}</li>}
    </ul>
  )
}

'use client'
import { LockKeyhole } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Lock } from '#usecases/views/phrase.ts'
import { useWords } from '#components/i18n/use-words.ts'

/** Why something is locked and what opens it, in a line. */
export function LockNote({ lock }: { lock: Lock }) {
  const { say } = useWords()
  const t = useTranslations('lock')
  return (
    <span className="flex items-start gap-1.5 text-xs text-ink-2">
      <LockKeyhole aria-hidden="true" className="mt-0.5 size-3 flex-none" />
      <span>
        {say('lock', lock)}{' '}
        {lock.who !== undefined && (lock.from === undefined ? t('who', { who: lock.who }) : t('whoFrom', { who: lock.who, from: lock.from }))}
        {lock.nobody === true && t('nobody')}
      </span>
    </span>
  )
}

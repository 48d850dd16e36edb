'use client'
import { useTranslations } from 'next-intl'
import type { TurnView } from '#usecases/views/request-words.ts'

/** Whose turn it is, and until when. */
export function Turn({ turn }: { turn: TurnView }) {
  const t = useTranslations('cases')
  return (
    <>
      {turn.who === null ? t('turn', { role: turn.role }) : t('turnWho', { role: turn.role, who: turn.who })}
      {turn.at !== null && turn.role !== 'nobody' && <> · {t(turn.far ? 'turnUntilDay' : 'turnUntil', { at: turn.at })}</>}
    </>
  )
}

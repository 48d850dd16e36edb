'use client'
import { useTranslations } from 'next-intl'
import { anyMessage } from './any-message.ts'

/** What a kind of job is called. One that has no words yet shows as it is. */
export function useJobName(): (kind: string) => string {
  const t = useTranslations('jobs')
  return (kind) => anyMessage(t, `kind.${kind.replaceAll('.', '_')}`) ?? kind
}

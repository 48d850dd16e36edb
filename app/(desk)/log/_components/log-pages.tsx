'use client'
import { useTranslations } from 'next-intl'
import type { LogView } from '#usecases/views/log.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { logAddress } from './log-address.ts'

/** Older and newer entries, where there are any. */
export function LogPages({ view }: { view: LogView }) {
  const t = useTranslations('log')
  if (view.older === null && view.newer === null) return null
  return (
    <div className="mt-4 flex justify-between gap-3">
      <span>{view.newer !== null && <LinkButton href={logAddress(view.filter, { cursor: view.newer })}>{t('newer')}</LinkButton>}</span>
      <span>{view.older !== null && <LinkButton href={logAddress(view.filter, { cursor: view.older })}>{t('older')}</LinkButton>}</span>
    </div>
  )
}

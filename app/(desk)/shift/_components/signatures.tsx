'use client'
import { useTranslations } from 'next-intl'

/** On paper alone: who handed over and who took over. */
export function Signatures() {
  const t = useTranslations('shift')
  return (
    <div className="mt-4 hidden grid-cols-2 gap-10 text-sm print:grid">
      <p className="border-t border-ink pt-1.5">{t('handedOver')}</p>
      <p className="border-t border-ink pt-1.5">{t('takenOver')}</p>
    </div>
  )
}

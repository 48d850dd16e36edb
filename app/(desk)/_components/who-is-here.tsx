'use client'
import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PresenceView } from '#usecases/views/pulse.ts'

/** Who else has the case open, or that this reader has it open twice: by personnel number, since when. */
export function WhoIsHere({ here }: { here: readonly PresenceView[] }) {
  const t = useTranslations('live.here')
  return (
    <div role="status" aria-label={t('label')} className="grid gap-1 text-sm text-ink-2">
      {here.map(({ who, since }) => (
        <p key={who ?? ''} className="flex items-start gap-2">
          <Users aria-hidden="true" className="mt-[3px] size-3.5 flex-none text-accent" />
          {who === null ? t('yourself', { since }) : t('other', { who, since })}
        </p>
      ))}
    </div>
  )
}

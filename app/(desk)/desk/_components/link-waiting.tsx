'use client'
import { useTranslations } from 'next-intl'
import type { ChallengeView } from '#usecases/views/desk.ts'
import { Countdown } from '#components/ui/countdown.tsx'
import { useNow } from '#components/ui/use-now.ts'

/** A link that is under way: there is nothing to type, and the page shows by itself what became of it. */
export function LinkWaiting({ challenge, now }: { challenge: ChallengeView; now: number }) {
  const t = useTranslations('desk.way')
  const expired = useNow(now) >= challenge.expiresAt
  return (
    <div className="mt-2 grid gap-1 text-xs text-ink-2">
      <p className="flex flex-wrap gap-x-2" role="status">
        <span>{t(challenge.delivery, { at: challenge.sentAt })}</span>·
        {expired ? (
          <span className="font-semibold text-bad">{t('expired')}</span>
        ) : (
          <span>
            <Countdown until={challenge.expiresAt} now={now} /> {t('left')}
          </span>
        )}
      </p>
      {!expired && <p>{t('linkWaits')}</p>}
      {challenge.demoLink !== null && !expired && (
        <p>
          <a href={challenge.demoLink} target="_blank" rel="noreferrer" className="link inline-flex min-h-6 items-center">
            {t('linkOutbox')}
          </a>
        </p>
      )}
    </div>
  )
}

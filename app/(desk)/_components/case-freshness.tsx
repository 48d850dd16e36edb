'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import type { Pulse } from '#components/shell/use-pulse.ts'

/** What is shown may be old: says since when and why, and what was typed stays. Nothing while it is fresh. */
export function CaseFreshness({ pulse, about }: { pulse: Pulse; about: 'case' | 'decision' }) {
  const t = useTranslations('live.fresh')
  const { freshness, heldBack, show } = pulse
  return (
    <div role="status" aria-label={t('label')} className="grid gap-2">
      {(freshness.kind === 'stale' || freshness.kind === 'offline') && (
        <Callout tone="warn">{t(freshness.kind, { since: freshness.since })}</Callout>
      )}
      {freshness.kind === 'session_ended' && (
        <Callout tone="warn">
          <span className="flex flex-wrap items-center justify-between gap-3">
            {t('sessionEnded')}
            {/* In another tab: what is typed here and was not kept any more stays. */}
            <a href="/sign-in" target="_blank" rel="noopener" className="link">
              {t('signIn')}
            </a>
          </span>
        </Callout>
      )}
      {freshness.kind === 'fresh' && heldBack && (
        <Callout>
          <span className="flex flex-wrap items-center justify-between gap-3">
            {t(`heldBack.${about}`)}
            <Button onClick={show}>{t('show')}</Button>
          </span>
        </Callout>
      )}
    </div>
  )
}

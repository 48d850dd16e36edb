'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
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
            <LinkButton href="/sign-in">{t('signIn')}</LinkButton>
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

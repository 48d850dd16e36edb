'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { Role } from '#domain/access/actor-kinds.ts'
import { Callout } from '#components/ui/callout.tsx'

const hour = 3_600_000

/** What a role lets somebody do, and from when on; said as soon as it is chosen. */
export function RoleEffect({ role, now, graceHours }: { role: Role; now: number; graceHours: number }) {
  const t = useTranslations('settings.staff')
  const format = useFormatter()
  const from = format.dateTime(new Date(now + graceHours * hour), 'moment')
  const waits = role === 'supervisor' && graceHours > 0
  return (
    <Callout tone={waits ? 'warn' : 'info'} live>
      {t(`effect.${role}`)}
      {waits && <span className="block">{t('effectWait', { from, hours: graceHours })}</span>}
    </Callout>
  )
}

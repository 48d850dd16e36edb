'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ScriptRoomLine, ScriptVersionView } from '#usecases/views/scripts.ts'
import { Tag } from '#components/ui/tag.tsx'

const toneOf = { in_force: 'good', earlier: 'neutral', to_come: 'info' } as const

/** Every version of one script, the newest first: since when, by whom, why; each can be read and compared. */
export function ScriptVersions({ script, name }: { script: ScriptRoomLine; name: string }) {
  const t = useTranslations('scripts')
  return (
    <ul aria-label={t('versions', { script: name })} className="grid gap-1.5 text-sm">
      {script.versions.map((one, index) => (
        <li key={one.version}>
          <strong>{one.version}</strong> <Tag tone={toneOf[one.stands]}>{t(`stands.${one.stands}`)}</Tag>{' '}
          <Origin version={one} />{' '}
          <VersionLinks
            script={script}
            name={name}
            version={one.version}
            earlier={script.versions[index + 1]?.version}
          />
        </li>
      ))}
    </ul>
  )
}

function Origin({ version: { validFrom, by, reason } }: { version: ScriptVersionView }) {
  const t = useTranslations('scripts')
  if (by === null || validFrom === null) return <span className="text-ink-2">{t('asDelivered')}</span>
  return (
    <span className="text-ink-2">
      {t('origin', { at: validFrom, by })} {reason}
    </span>
  )
}

function VersionLinks({
  script: { scriptId, locale }, name, version, earlier,
}: {
  script: ScriptRoomLine
  name: string
  version: string
  earlier: string | undefined
}) {
  const t = useTranslations('scripts')
  const to = (asked: Record<string, string>) =>
    `/settings/scripts?${new URLSearchParams({ language: locale, script: scriptId, ...asked }).toString()}`
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <Link href={to({ show: version })} prefetch={false} scroll={false} className="link min-h-6">
        {t('look')}
        <span className="sr-only">: {t('shown', { script: name, version })}</span>
      </Link>
      {earlier !== undefined && (
        <Link href={to({ before: earlier, after: version })} prefetch={false} scroll={false} className="link min-h-6">
          {t('changed', { version: earlier })}
          <span className="sr-only">: {t('shown', { script: name, version })}</span>
        </Link>
      )}
    </span>
  )
}

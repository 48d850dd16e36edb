'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SetUpView } from '#usecases/views/settings.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** What is still missing, each line with the way to mend it. */
export function SetUpList({ view }: { view: SetUpView }) {
  const t = useTranslations('settings.setUp')
  const { say } = useWords()
  const missing = view.checks.filter((check) => !check.ok)
  return (
    <div className="gutter grid max-w-[860px] grid-cols-1 gap-6 py-8">
      <PageHeading below={t('text')}>{t('title', { missing: missing.length })}</PageHeading>
      <ul>
        {[...missing, ...view.checks.filter((check) => check.ok)].map((check) => (
          <li key={check.name} className="grid grid-cols-[88px_1fr_auto] items-baseline gap-3 border-b border-line py-(--row-y)">
            <span>
              <Tag tone={check.ok ? 'good' : 'warn'}>{check.ok ? t('ok') : t('missing')}</Tag>
            </span>
            <span>{say('setUp', check.detail)}</span>
            {check.href !== null && (
              <Link href={check.href} prefetch={false} className="link">
                {t('mend')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

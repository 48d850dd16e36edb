'use client'
import { useTranslations } from 'next-intl'
import type { SetUpView } from '#usecases/views/settings.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** What is still missing, each line with the way to mend it; below it what is in place. */
export function SetUpList({ view }: { view: SetUpView }) {
  const t = useTranslations('settings.setUp')
  const missing = view.checks.filter((check) => !check.ok)
  const done = view.checks.filter((check) => check.ok)
  return (
    <div className="gutter grid max-w-[860px] grid-cols-1 gap-8 py-8">
      <PageHeading below={t('text')}>{t('title', { missing: missing.length })}</PageHeading>
      {missing.length > 0 && <Checks title={t('stillMissing')} checks={missing} />}
      {done.length > 0 && <Checks title={t('inPlace')} checks={done} />}
    </div>
  )
}

function Checks({ title, checks }: { title: string; checks: SetUpView['checks'] }) {
  const t = useTranslations('settings.setUp')
  const { say } = useWords()
  return (
    <section aria-label={title}>
      <SectionHeading>{title}</SectionHeading>
      <ul className="mt-2 border-t border-line">
        {checks.map((check) => (
          <li
            key={check.name}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line py-(--row-y) sm:grid-cols-[96px_minmax(0,1fr)_auto]"
          >
            <span className="max-sm:col-span-2">
              <Tag tone={check.ok ? 'good' : 'warn'}>{check.ok ? t('ok') : t('missing')}</Tag>
            </span>
            <span>
              <strong className="block">{t(`name.${check.name}`)}</strong>
              <span className="text-ink-2">{say('setUp', check.detail)}</span>
            </span>
            {check.href !== null && (
              <LinkButton href={check.href} primary={false}>
                {check.ok ? t('look') : t('mend')}
                <span className="sr-only">: {t(`name.${check.name}`)}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

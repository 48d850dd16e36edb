'use client'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ScriptRoomView } from '#usecases/views/scripts.ts'
import { anyMessage } from '#components/i18n/any-message.ts'
import { languageName } from '#components/data/language-name.ts'
import { ScriptCard } from '#components/data/script-card.tsx'
import { cx } from '#components/ui/cx.ts'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { ToldVersions } from './told-versions.tsx'

/** What agents read aloud: one language at a time, each line beside the reader's own, with its version. */
export function ScriptRoom({ view }: { view: ScriptRoomView }) {
  const t = useTranslations('scripts')
  const reader = useLocale()
  return (
    <div className="gutter grid max-w-[900px] grid-cols-1 gap-8 py-8">
      <PageHeading below={t('text')}>
        {t('title', { languages: view.languages.length, scripts: view.scripts.length })}
      </PageHeading>
      <nav aria-label={t('languages')} className="flex flex-wrap gap-2">
        {view.languages.map(({ locale, version }) => (
          <Link
            key={locale}
            href={`/settings/scripts?language=${locale}`}
            prefetch={false}
            aria-current={locale === view.locale ? 'page' : undefined}
            className={cx(
              'rounded border px-3 py-1.5 text-sm font-medium',
              locale === view.locale ? 'border-accent bg-accent-wash text-accent' : 'border-line-strong bg-surface text-ink-2',
            )}
          >
            {t('language', { language: languageName(locale, reader), version })}
          </Link>
        ))}
      </nav>
      {view.scripts.map((script) => (
        <section key={script.scriptId} aria-labelledby={`script-${script.scriptId}`} className="grid grid-cols-1 gap-2">
          <SectionHeading id={`script-${script.scriptId}`}>
            {anyMessage(t, `script.${script.scriptId}`) ?? script.scriptId}
          </SectionHeading>
          <ScriptCard script={script} heading={anyMessage(t, `script.${script.scriptId}`) ?? script.scriptId} />
        </section>
      ))}
      <section aria-labelledby="without-days" className="grid grid-cols-1 gap-2">
        <SectionHeading id="without-days">{t('withoutDays')}</SectionHeading>
        <p lang={view.locale} className="text-lg">
          {view.withoutDays.say}
        </p>
        {view.withoutDays.beside !== null && <p className="text-xs text-ink-2">{view.withoutDays.beside}</p>}
      </section>
      <ToldVersions told={view.told} languages={view.languages} />
    </div>
  )
}

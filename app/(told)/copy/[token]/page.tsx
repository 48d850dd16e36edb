import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { locales, type Locale } from '#domain/reader/preferences.ts'
import { isLocale } from '#server/next/locale.ts'
import { openCopyPage } from '#server/next/copy.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { lawMoment } from '../../_components/law-moment.ts'
import { PageLanguages } from '../../_components/page-languages.tsx'

/** `in`: the language that was chosen here; `later`: the copy could not be made a moment ago. */
interface CopyProps {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * Where a copy is fetched, for whoever got the link at a contact on file (docs/decisions). To open it fetches nothing;
 * its buttons are plain forms, so that it works without scripts. Nothing of a person stands on it.
 */
export default async function CopyPage({ params, searchParams }: CopyProps) {
  const { token } = await params
  const { in: chosen, later } = await searchParams
  const language = typeof chosen === 'string' && isLocale(chosen) ? chosen : undefined
  const view = await openCopyPage(token, language)
  if (view === null) notFound()
  const locale: Locale = isLocale(view.locale) ? view.locale : 'en'
  const t = await getTranslations({ locale, namespace: 'copy' })
  const until = lawMoment(view.until, locale, view.zone)
  return (
    <main lang={locale} className="grid grid-cols-1 gap-8">
      <header className="grid gap-3">
        <PageLanguages path={`/copy/${token}`} locale={locale} label={t('language')} locales={locales} />
        <h1 className="text-2xl font-semibold tracking-[-0.01em] text-balance">{t('title')}</h1>
        <p className="text-ink-2">{t('lead', { until })}</p>
      </header>
      {later !== undefined && <Callout tone="warn">{t('later')}</Callout>}
      {view.waits === 'released' && <Callout tone="warn">{t('released')}</Callout>}
      <section className="grid gap-4 rounded bg-accent-wash px-5 py-5">
        <form method="post" action={`/copy/${token}/file?in=${locale}`}>
          <Button type="submit" look="primary" className="max-sm:w-full">
            {t('fetch')}
          </Button>
        </form>
        <p>{t('how')}</p>
        <p>{t('once')}</p>
      </section>
      {view.waits === 'yes' && (
        <section aria-labelledby="waits" className="grid gap-2">
          <h2 id="waits" className="text-lg font-semibold">{t('waits')}</h2>
          <p>{t('waitsText')}</p>
          <details className="grid gap-2">
            <summary className="link w-fit cursor-pointer py-1">{t('release')}</summary>
            <p className="my-2">{t('releaseText')}</p>
            <form method="post" action={`/copy/${token}/release?in=${locale}`}>
              <Button type="submit" look="bad">
                {t('releaseDo')}
              </Button>
            </form>
          </details>
        </section>
      )}
      <section aria-labelledby="otherwise" className="grid gap-2">
        <h2 id="otherwise" className="text-lg font-semibold">{t('otherwise')}</h2>
        <p>
          {t('call')} <CaseCode code={view.caseCode} />
        </p>
      </section>
      <p className="border-t border-line pt-4 text-xs text-ink-2">{t('careful')}</p>
    </main>
  )
}

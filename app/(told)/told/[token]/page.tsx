import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { locales, type Locale } from '#domain/reader/preferences.ts'
import { isLocale } from '#server/next/locale.ts'
import { openTelling } from '#server/next/telling.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { lawMoment } from '../../_components/law-moment.ts'
import { PageLanguages } from '../../_components/page-languages.tsx'

/** `in`: the language that was chosen here; the one it was told in where none was. */
interface TellingProps {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * What a deletion leads to, for whoever got the link at a contact on file (docs/decisions). No sign-in, no cookie and
 * nothing of a person; a link that leads nowhere is like one that never was.
 */
export default async function TellingPage({ params, searchParams }: TellingProps) {
  const { token } = await params
  const chosen = (await searchParams)['in']
  const language = typeof chosen === 'string' && isLocale(chosen) ? chosen : undefined
  const view = await openTelling(token, language)
  if (view === null) notFound()
  const locale: Locale = isLocale(view.locale) ? view.locale : 'en'
  const t = await getTranslations({ locale, namespace: 'told' })
  const until = lawMoment(view.until, locale, view.zone)
  return (
    <main lang={locale} className="grid grid-cols-1 gap-8">
      <header className="grid gap-3">
        <PageLanguages path={`/told/${token}`} locale={locale} label={t('language')} locales={locales} />
        <h1 className="text-2xl font-semibold tracking-[-0.01em] text-balance">{t('title')}</h1>
        <p className="text-ink-2">{t('lead', { until })}</p>
      </header>
      <section aria-labelledby="means" className="rounded bg-accent-wash px-5 py-5">
        <h2 id="means" className="text-sm font-semibold text-accent">{t('means')}</h2>
        <ol className="mt-2 grid gap-3 text-lg">
          {view.lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="next" className="grid gap-2">
        <h2 id="next" className="text-lg font-semibold">{t('next')}</h2>
        <p>{t('goesOn', { until })}</p>
        <p>{t('window', { days: view.days })}</p>
      </section>
      <section aria-labelledby="otherwise" className="grid gap-2">
        <h2 id="otherwise" className="text-lg font-semibold">{t('otherwise')}</h2>
        <p>
          {t('call')} <CaseCode code={view.caseCode} />
        </p>
        <ul className="ml-5 grid list-disc gap-1.5">
          <li>{t('cancel')}</li>
          {view.barred && <li>{t('object')}</li>}
          <li>{t('notMe')}</li>
          <li>{t('sooner')}</li>
        </ul>
      </section>
      <p className="border-t border-line pt-4 text-xs text-ink-2">{t('careful')}</p>
    </main>
  )
}

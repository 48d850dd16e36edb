import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { locales, type Locale } from '#domain/reader/preferences.ts'
import { isLocale } from '#server/next/locale.ts'
import { openLink } from '#server/next/one-time-link.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { PageLanguages } from '../../_components/page-languages.tsx'
import { AnswerLink, type SaidAfter } from './_components/answer-link.tsx'
import { answerLink } from './actions.ts'

/** `in`: the language that was chosen here; the one it was written in where none was. */
interface ConfirmProps {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * Asks whoever got a one-time link at a contact on file whether it is them. No sign-in, no cookie, nothing of a person
 * and no service; only a press changes something, since mail scanners open links too.
 */
export default async function ConfirmPage({ params, searchParams }: ConfirmProps) {
  const { token } = await params
  const chosen = (await searchParams)['in']
  const view = await openLink(token)
  if (view === null) notFound()
  const language = typeof chosen === 'string' ? chosen : view.locale
  const locale: Locale = isLocale(language) ? language : 'en'
  const t = await getTranslations({ locale, namespace: 'confirm' })
  const { about, mayConfirm } = view
  const after = (answer: 'confirm' | 'refuse'): SaidAfter => ({
    title: t(`done.${answer}_${about}`), text: t(`done.${answer}Text_${about}`),
  })
  return (
    <main lang={locale} className="grid grid-cols-1 gap-8">
      <header className="grid gap-3">
        <PageLanguages path={`/confirm/${token}`} locale={locale} label={t('language')} locales={locales} />
        <p className="text-sm font-semibold text-ink-2">{t('operator', { operator: view.operator })}</p>
      </header>
      <AnswerLink
        token={token}
        action={answerLink}
        words={{
          yes: mayConfirm ? t(`yes_${about}`) : null,
          no: t('no'),
          failed: t('failed'),
          confirm: after('confirm'),
          refuse: after('refuse'),
          nothing: { title: t('nothing.title'), text: t('nothing.text') },
        }}
      >
        <h1 className="text-2xl font-semibold tracking-[-0.01em] text-balance">{t(`title_${about}`)}</h1>
        <p className="text-ink-2">
          {t(`lead_${about}`)} {view.caseCode !== null && <CaseCode code={view.caseCode} />}
        </p>
        <p>{mayConfirm ? t(`means_${about}`) : t('wentOn')}</p>
      </AnswerLink>
      <footer className="grid gap-2 border-t border-line pt-4 text-xs text-ink-2">
        <p>{t('careful')}</p>
        <p>{t('address', { address: view.address })}</p>
      </footer>
    </main>
  )
}

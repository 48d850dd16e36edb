'use client'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import type { DecisionView } from '#usecases/views/approvals.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { languageName } from '#components/data/language-name.ts'
import { ToldWords } from '#components/data/told-words.tsx'
import { useWords } from '#components/i18n/use-words.ts'

/** The four facts that a decision rests on. */
export function Facts({ decision }: { decision: DecisionView }) {
  const t = useTranslations('approvals')
  const { say, word } = useWords()
  const locale = useLocale()
  const { verified, told, holds, about } = decision
  const others = decision.otherRequests.filter((one) => one.caseCode !== about?.caseCode)
  return (
    <dl className="my-6 grid overflow-hidden rounded border border-line bg-surface sm:grid-cols-2 xl:grid-cols-4">
      <Fact label={t('verifiedLabel')}>
        {verified.at === null ? t('notVerified') : word('level', String(verified.level))}
        {verified.by !== null && <Small>{say('assuranceBy', verified.by)}</Small>}
      </Fact>
      <Fact label={t('toldLabel')}>
        {told === null ? (
          t('toldNo')
        ) : (
          <>
            {word('told', told.result)}
            <Small>
              {told.inWriting
                ? t('toldWriting', { language: languageName(told.locale, locale), version: told.scriptVersion, at: told.at })
                : t('toldYes', {
                    language: languageName(told.locale, locale),
                    version: told.scriptVersion,
                    at: told.at,
                  })}
            </Small>
            {told.words !== null && <ToldWords told={told.words} />}
          </>
        )}
      </Fact>
      <Fact label={t('consentLabel')}>{say('verdict', decision.consent)}</Fact>
      <Fact label={t('holdsLabel')}>
        {about !== null && (
          <span className="block">
            {t('aboutLabel')}: <CaseLink code={about.caseCode} />
            <Small>
              {word('kind', about.kind)} · {word('state', about.state)}
            </Small>
          </span>
        )}
        {holds.length === 0 && others.length === 0 && about === null && t('noneHolds')}
        {holds.map((hold) => (
          <span key={hold.holdRef} className="block">
            {say('covers', hold.covers)}
          </span>
        ))}
        {others.map((request) => (
          <span key={request.caseCode} className="block">
            <CaseLink code={request.caseCode} />
            <Small>
              {word('kind', request.kind)} · {word('state', request.state)}
            </Small>
          </span>
        ))}
      </Fact>
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-line px-4 py-3 not-first:max-sm:border-t sm:not-first:border-l">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}

function Small({ children }: { children: ReactNode }) {
  return <span className="block text-xs font-normal text-ink-2">{children}</span>
}

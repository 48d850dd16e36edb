'use client'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { BarView, DeskCallView, ErasedPersonView, ErasureView } from '#usecases/views/desk.ts'
import { ScriptCard } from '#components/data/script-card.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { AskAfterErasure } from './ask-after-erasure.tsx'
import { Decisions } from './decisions.tsx'
import { ReceiptAgain } from './receipt-again.tsx'
import { RefusalSearch } from './refusal-search.tsx'
import { SubmittedCard } from './submitted-card.tsx'

/** Somebody who was erased and is known again: since when, what bars them, and what they can still ask for. */
export function ErasedPerson({ view, person }: { view: DeskCallView; person: ErasedPersonView }) {
  const t = useTranslations('desk')
  const format = useFormatter()
  const { called } = useWords()
  // The case beside which another is asked for: what comes after it is shown, and it is not shown again before.
  const [besides, setBesides] = useState<string | null>(null)
  const { callId } = view.call
  const [latest] = person.submitted
  const barred = person.erasures.flatMap(({ bars }) => bars).filter((bar) => bar.stands)
  const services = format.list(new Set(barred.map((bar) => called(bar.service.name))), { type: 'disjunction' })
  const last = person.erasures.find((one) => !one.marksOnly)
  const at = last?.at ?? view.now
  return (
    <>
      <div className="gutter py-6" role="status">
        <PageHeading below={t('erased.text')}>
          {barred.length > 0 ? t('erased.title', { at, services }) : t('erased.titleFree', { at })}
        </PageHeading>
      </div>
      <div className="grid flex-1 grid-cols-1 border-t border-line desk:grid-cols-[272px_minmax(0,1fr)_376px]">
        <section className="gutter py-(--section-y) max-desk:order-3" aria-labelledby="erased-what">
          <SectionHeading id="erased-what">{t('erased.what')}</SectionHeading>
          {person.erasures.map((erasure) => (
            <Erasure key={erasure.erasureId} erasure={erasure} callId={callId} />
          ))}
          <RefusalSearch callId={callId} maskedContact={person.maskedContact} />
        </section>
        <section className="gutter grid content-start gap-3 border-line py-(--section-y) max-desk:border-b desk:border-l" aria-labelledby="erased-say">
          <SectionHeading id="erased-say">{t('erased.say')}</SectionHeading>
          <ScriptCard script={person.script} heading={t('erased.say')} />
          <Decisions decisions={person.decisions} callId={callId} />
        </section>
        <section className="gutter border-line py-(--section-y) max-desk:border-b desk:border-l" aria-labelledby="erased-now">
          <SectionHeading id="erased-now">{t('erased.now')}</SectionHeading>
          {latest !== undefined && latest.caseCode !== besides ? (
            <>
              <SubmittedCard key={latest.caseCode} submitted={latest} callerLocale={view.call.callerLocale} />
              <Button look="quiet" className="mt-4" onClick={() => setBesides(latest.caseCode)}>
                {t('submitted.another')}
              </Button>
            </>
          ) : (
            <AskAfterErasure person={person} callId={callId} />
          )}
        </section>
      </div>
    </>
  )
}

function Erasure({ erasure, callId }: { erasure: ErasureView; callId: string }) {
  const t = useTranslations('desk.erased')
  const { called, say } = useWords()
  const { service, caseCode, at, marksOnly } = erasure
  const name = service === null ? null : called(service.name)
  return (
    <article className="mt-3 grid gap-2 border-b border-line pb-4">
      <h3 className="font-semibold">
        {name === null ? t('account') : marksOnly ? t('markOf', { service: name }) : t('of', { service: name })}
      </h3>
      <p className="text-xs text-ink-2">
        {t(marksOnly ? 'caseOfMark' : 'case', { code: formatCaseCode(caseCode), at })}
      </p>
      {erasure.retained.length > 0 && (
        <div className="text-sm">
          {t('retained')}
          <ul className="grid list-disc gap-1 pl-4">
            {erasure.retained.map((line, index) => (
              <li key={index}>
                <strong>{line.system}</strong>: {say('keep', line.reason)}
                {line.until !== null && <>, {t('retainedUntil', { until: line.until })}</>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {erasure.bars.length === 0 && <Callout tone="good">{t('noBar')}</Callout>}
      {erasure.bars.map((bar) => (
        <Bar key={bar.entryId} bar={bar} />
      ))}
      {!marksOnly && <ReceiptAgain callId={callId} erasure={erasure} />}
    </article>
  )
}

function Bar({ bar }: { bar: BarView }) {
  const t = useTranslations('desk.erased')
  const { called } = useWords()
  const service = called(bar.service.name)
  if (!bar.stands) return <Callout tone="good">{t('free', { service })}</Callout>
  return (
    <Callout tone="warn">
      {bar.until === null ? t('barred', { service }) : t('barredUntil', { service, at: bar.until })}
    </Callout>
  )
}

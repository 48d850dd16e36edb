'use client'
import { useTranslations } from 'next-intl'
import type { DeskCallView, LockedPersonView } from '#usecases/views/desk.ts'
import { MaskedPerson } from '#components/data/masked-person.tsx'
import { ScriptCard } from '#components/data/script-card.tsx'
import { LockedPane } from '#components/ui/locked-pane.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { NotMe } from './not-me.tsx'
import { OptOuts } from './opt-outs.tsx'
import { WaysToVerify } from './ways-to-verify.tsx'

/** A known person below level 2: masked, what may be said, how to verify. Everything else stays closed. */
export function LockedPerson({ view, person }: { view: DeskCallView; person: LockedPersonView }) {
  const t = useTranslations('desk')
  const best = person.ways.find((way) => way.best && way.lock === null)
  const title = person.denied ? 'denied' : best === undefined ? 'none' : best.way === 'code_phone' || best.way === 'code_email' ? best.way : 'check'
  return (
    <>
      <div className="gutter py-6" role="status">
        <PageHeading below={t(person.denied ? 'locked.denied' : 'locked.text')}>{t(`locked.title_${title}`)}</PageHeading>
      </div>
      <div className="grid flex-1 border-t border-line desk:grid-cols-[272px_minmax(0,1fr)_376px]">
        <section className="gutter py-(--section-y) max-desk:order-3" aria-labelledby="who">
          <SectionHeading id="who">{t('locked.who')}</SectionHeading>
          <MaskedPerson person={person.person} reveal={null} />
          <p className="mt-3 text-xs text-ink-2">
            {t('locked.matched', { lookUp: person.matchedBy, at: person.lookedUpAt })}
          </p>
        </section>
        <section className="gutter grid content-start gap-3 border-line py-(--section-y) max-desk:border-b desk:border-l" aria-labelledby="say-now">
          <SectionHeading id="say-now">{t('say.title')}</SectionHeading>
          <ScriptCard script={view.sayNow} heading={t('say.title')} />
          <div className="mt-1">
            <LockedPane title={t('locked.closed')}>{t('locked.closedText')}</LockedPane>
          </div>
        </section>
        <section className="gutter border-line py-(--section-y) max-desk:border-b desk:border-l" aria-labelledby="ways">
          <SectionHeading id="ways">{t('locked.ways')}</SectionHeading>
          <WaysToVerify ways={person.ways} callId={view.call.callId} now={view.now} />
          <NotMe callId={view.call.callId} lock={person.notMe} byCode={person.matchedBy === 'case_code'} />
          <OptOuts view={view} />
        </section>
      </div>
    </>
  )
}

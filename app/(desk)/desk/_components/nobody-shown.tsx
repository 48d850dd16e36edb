'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { DeskCallView, DeskPersonView } from '#usecases/views/desk.ts'
import { ScriptCard } from '#components/data/script-card.tsx'
import { Button } from '#components/ui/button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { LookUpField } from './look-up-field.tsx'
import { OptOuts } from './opt-outs.tsx'
import { StillPossible } from './still-possible.tsx'

/**
 * Nobody is shown: nothing looked up yet, no match, or more than one. Somebody who was erased looks exactly like
 * somebody who never existed (invariant 11), and the sentence to say is always the same.
 */
export function NobodyShown({
  view,
  person,
}: {
  view: DeskCallView
  person: Extract<DeskPersonView, { found: 'nothing_yet' | 'none' | 'several' }>
}) {
  const t = useTranslations('desk')
  const [afresh, setAfresh] = useState(false)
  const several = person.found === 'several'
  const heading =
    person.found === 'nothing_yet'
      ? { title: t('nothing.title'), text: t('nothing.text') }
      : {
          title: t(`${person.found}.title`),
          text: t(`${person.found}.text`, { lookUp: person.matchedBy, at: person.lookedUpAt }),
        }
  return (
    <div className="gutter grid max-w-[980px] grid-cols-1 gap-7 py-8">
      <div role="status">
        <PageHeading below={heading.text}>{heading.title}</PageHeading>
      </div>
      <section className="grid gap-2.5">
        <SectionHeading>{t('say.title')}</SectionHeading>
        <ScriptCard script={view.sayNow} heading={t('say.title')} />
      </section>
      <section>
        <SectionHeading>{several && !afresh ? t('several.second') : t('none.again')}</SectionHeading>
        <LookUpField
          key={`${person.found} ${afresh}`}
          callId={view.call.callId}
          label={several && !afresh ? t('several.field') : t('idle.field')}
          homeCountry={view.homeCountry}
          second={several ? (afresh ? 'afresh' : 'narrows') : null}
          small
        />
        {several && (
          <Button look="quiet" className="mt-2" onClick={() => setAfresh(!afresh)}>
            {afresh ? t('several.back') : t('several.afresh')}
          </Button>
        )}
      </section>
      {person.found === 'none' && <StillPossible view={view} person={person} />}
      <OptOuts view={view} />
    </div>
  )
}

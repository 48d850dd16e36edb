'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { LateSystemView } from '#usecases/views/partners.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { LetterDialog } from './letter-dialog.tsx'
import type { PartnersActions } from './partners-actions.ts'
import { WaitingCases } from './waiting-cases.tsx'

/** One system: since when it is silent, how many it affects, who to write to, and the cases behind it. */
export function LateSystem({
  system, now, actions,
}: {
  system: LateSystemView
  now: number
  actions: PartnersActions
}) {
  const t = useTranslations('partners')
  const { word } = useWords()
  const router = useRouter()
  const [asking, setAsking] = useState<'letter' | 'contact' | null>(null)
  const done = (said: string) => {
    setAsking(null)
    toast('good', said)
    router.refresh()
  }
  const close = () => setAsking(null)
  const facts: readonly (readonly [string, string])[] = [
    [t('fact.silent'), system.silentSince === null || system.silentDays === null
      ? t('fact.answers')
      : t('fact.silentSince', { days: system.silentDays, since: system.silentSince })],
    [t('fact.affected'), t('fact.counts', { cases: system.cases.length, people: system.people, late: system.late })],
    [t('fact.contact'), system.contact ?? t('fact.noContact')],
    [t('fact.letter'), system.lastLetter === null
      ? t('fact.noLetter')
      : t('fact.lastLetter', { at: system.lastLetter.at, by: system.lastLetter.by })],
  ]
  return (
    <section id={system.system} aria-label={system.system} className="grid scroll-mt-4 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line-strong pb-2">
        <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
          {system.system}
          <Tag plain>{word('systemRole', system.role)}</Tag>
          {system.late > 0 && <Tag tone="bad">{t('makesLate', { late: system.late })}</Tag>}
        </h2>
        <span className="flex flex-wrap gap-2">
          <Button look="quiet" onClick={() => setAsking('contact')}>
            {t('contact.open')}
          </Button>
          <Button look="primary" onClick={() => setAsking('letter')}>
            {t('letter.open')}
          </Button>
        </span>
      </div>
      <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-ink-3">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <WaitingCases caption={t('casesOf', { system: system.system })} cases={system.cases} now={now} />
      {asking === 'letter' && (
        <LetterDialog system={system} action={actions.noteLetter} onClose={close} onDone={() => done(t('letter.sentSay'))} />
      )}
      {asking === 'contact' && (
        <ContactDialog system={system} action={actions.noteContact} onClose={close} onDone={() => done(t('contact.saidSay'))} />
      )}
    </section>
  )
}

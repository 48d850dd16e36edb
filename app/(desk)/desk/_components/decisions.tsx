'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { DecisionAboutView } from '#usecases/views/desk.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { AskAboutDialog, type AskedAbout } from './ask-about-dialog.tsx'

/** What was decided about whoever is on the line, with its reasons, to be read out; and the way to object to each. */
export function Decisions({
  decisions, callId, subjectId = null,
}: {
  decisions: readonly DecisionAboutView[]
  callId: string
  /** Their account; null where nobody is on file, who objects elsewhere on the page. */
  subjectId?: string | null
}) {
  const t = useTranslations('desk.decisions')
  const [asked, setAsked] = useState<AskedAbout | null>(null)
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="decisions" className="mt-6">
      <SectionHeading id="decisions">{t('title')}</SectionHeading>
      <ul>
        {decisions.map((decision) => (
          <Decision key={`${decision.what} ${decision.caseCode} ${decision.objection?.entryId ?? ''}`} decision={decision} onAsk={setAsked} />
        ))}
      </ul>
      {asked !== null && subjectId !== null && (
        <AskAboutDialog asked={asked} callId={callId} subjectId={subjectId} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}

function Decision({ decision, onAsk }: { decision: DecisionAboutView; onAsk: (asked: AskedAbout) => void }) {
  const t = useTranslations('desk.decisions')
  const { word, called } = useWords()
  const { what, caseCode, kind, service, rejection, words, remedies, objection, correction } = decision
  const title = useDecisionTitle()(decision)
  // Two laws may give the same remedy under codes of their own.
  const may = [...new Set(remedies.map((code) => word('remedy', code)))]
  return (
    <li className="grid gap-1.5 border-b border-line py-(--row-y)">
      <span className="font-semibold">{title}</span>
      <span className="text-xs text-ink-2">
        <span className="mono">{formatCaseCode(caseCode)}</span> · {word('kind', kind)}
        {service !== null && what !== 'marked' && ` · ${called(service.name)}`}
      </span>
      {rejection !== null && (
        <span className="text-sm">{t('why', { reason: word('rejection', rejection.code), ground: word('ground', rejection.ground) })}</span>
      )}
      {words !== null && (
        <blockquote className="border-l-2 border-line-strong pl-3.5 break-words whitespace-pre-line">{words}</blockquote>
      )}
      {may.length > 0 && (
        <div className="text-xs text-ink-2">
          {t('remedies')}
          <ul className="list-disc pl-4">
            {may.map((remedy) => (
              <li key={remedy}>{remedy}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {objection !== null && (
          <Ask about={objection} act={t('object')} title={title} onAsk={() => onAsk({ kind: 'objection', caseCode, title, ...objection })} />
        )}
        {correction !== null && (
          <Ask
            about={correction}
            act={t('correct')}
            title={title}
            onAsk={() => onAsk({ kind: 'ineligibility_correction', caseCode, title, ...correction })}
          />
        )}
      </div>
    </li>
  )
}

function Ask({
  about, act, title, onAsk,
}: {
  about: NonNullable<DecisionAboutView['objection']>
  act: string
  /** What it is about, for whoever hears the button alone. */
  title: string
  onAsk: () => void
}) {
  return (
    <span className="grid gap-1">
      <Button className="justify-self-start" disabled={about.lock !== null} aria-description={title} onClick={onAsk}>
        {act}
      </Button>
      {about.lock !== null && <LockNote lock={about.lock} />}
    </span>
  )
}

/** What it is in one sentence, with its day where that is known. */
function useDecisionTitle() {
  const t = useTranslations('desk.decisions')
  const { called } = useWords()
  return ({ what, at, until, upheld, service }: DecisionAboutView): string => {
    const day = at ?? 0
    if (what === 'rejected') return t('rejected', { at: day })
    if (what === 'dispute_dismissed') return at === null ? t('disputeDismissed') : t('disputeDismissedOn', { at })
    if (what === 'objection_answered') return t(upheld === true ? 'upheld' : 'dismissed', { at: day })
    const name = service === null ? '' : called(service.name)
    return until === null ? t('marked', { at: day, service: name }) : t('markedUntil', { at: day, service: name, until })
  }
}

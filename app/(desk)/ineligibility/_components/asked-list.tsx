'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { IneligibilityView } from '#usecases/views/ineligibility.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { LockNote } from '#components/data/lock-note.tsx'
import { TimeLeft } from '#components/data/time-left.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { IneligibilityActions } from './ineligibility-actions.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'

/** What is asked for and not decided yet; what is not this reader's says why and who can. */
export function AskedList({ view, actions }: { view: IneligibilityView; actions: IneligibilityActions }) {
  const t = useTranslations('ineligibility')
  const { word, called } = useWords()
  const [takenBack, setTakenBack] = useState<{ caseCode: string; version: number } | null>(null)
  return (
    <section aria-labelledby="asked">
      <SectionHeading id="asked">{t('asked')}</SectionHeading>
      {view.requests.length === 0 && <p className="mt-1.5 text-sm text-ink-2">{t('askedEmpty')}</p>}
      <ul className="mt-1.5">
        {view.requests.map((one) => (
          <li key={one.caseCode} className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-line py-(--row-y)">
            <span>
              <CaseLink code={one.caseCode} to={`/${view.marksShown ? 'approvals' : 'cases'}/${one.caseCode}`} />
              <span className="block text-xs text-ink-2">
                {word('kind', one.kind)}
                {one.service !== null && ` · ${called(one.service.name)}`} · {word('state', one.state)}
                {one.askedBy !== null && <> · {t('askedBy', { who: one.askedBy })}</>}
              </span>
              {one.approvedBy !== null && (
                <span className="block text-xs text-ink-2">{t('approvedBy', { who: one.approvedBy })}</span>
              )}
              {one.notYours !== null && <LockNote lock={one.notYours} />}
            </span>
            <span className="flex items-start gap-3">
              {one.takeBack !== null && (
                <TakeBack caseCode={one.caseCode} version={one.takeBack} onAsk={setTakenBack} />
              )}
              {one.notYours === null ? <TimeLeft at={one.decideBy} now={view.now} /> : <Tag locked>{word('state', one.state)}</Tag>}
            </span>
          </li>
        ))}
      </ul>
      {takenBack !== null && (
        <TakeBackDialog about={takenBack} cancel={actions.cancel} onClose={() => setTakenBack(null)} />
      )}
    </section>
  )
}

function TakeBack({
  caseCode, version, onAsk,
}: {
  caseCode: string
  version: number
  onAsk: (about: { caseCode: string; version: number }) => void
}) {
  const t = useTranslations('ineligibility')
  return (
    <Button aria-description={formatCaseCode(caseCode)} onClick={() => onAsk({ caseCode, version })}>
      {t('takeBack')}
    </Button>
  )
}

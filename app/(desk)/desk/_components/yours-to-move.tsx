'use client'
import { useTranslations } from 'next-intl'
import type { DeskCaseLine } from '#usecases/views/desk.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { TimeLeft } from '#components/data/time-left.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** The cases that wait for this agent, the most pressing first. */
export function YoursToMove({ lines, now }: { lines: readonly DeskCaseLine[]; now: number }) {
  const t = useTranslations('desk.idle')
  const { say } = useWords()
  return (
    <section aria-labelledby="yours-to-move">
      <SectionHeading id="yours-to-move" aside={t('mineAside')}>
        {t('mine')}
      </SectionHeading>
      {lines.length === 0 ? (
        <div className="mt-3">
          <EmptyState title={t('mineEmpty')} />
        </div>
      ) : (
        <ul className="mt-1">
          {lines.map((line) => (
            <li key={line.caseCode} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2.5">
              <CaseLink code={line.caseCode} />
              <span className="min-w-0 flex-1 basis-24 text-xs text-ink-2">{say('todo', line.todo)}</span>
              {line.at !== null && <TimeLeft at={line.at} now={now} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { ObjectionAnswerView } from '#usecases/views/desk.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** What a supervisor answered to an objection, in their words, to be read out. */
export function ObjectionAnswers({ answers }: { answers: readonly ObjectionAnswerView[] }) {
  const t = useTranslations('desk.answers')
  if (answers.length === 0) return null
  return (
    <div className="mt-6">
      <SectionHeading>{t('title')}</SectionHeading>
      <ul>
        {answers.map(({ caseCode, at, upheld, words }) => (
          <li key={caseCode} className="grid gap-1 border-b border-line py-(--row-y)">
            <span className="text-xs text-ink-2">
              {t(upheld ? 'upheld' : 'dismissed', { code: formatCaseCode(caseCode), at })}
            </span>
            <blockquote className="border-l-2 border-line-strong pl-3.5 break-words whitespace-pre-line">{words}</blockquote>
          </li>
        ))}
      </ul>
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { IneligibilityView, MarkLineView } from '#usecases/views/ineligibility.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { Moment } from '#components/data/moment.tsx'
import { ReviewDay } from '#components/data/review-day.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Below } from '#components/ui/below.tsx'
import { Button } from '#components/ui/button.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'

/** Every standing mark on a line, the first to be reviewed first: the service and the case, never the person. */
export function MarkTable({
  view, onReview, onCorrect,
}: {
  view: IneligibilityView
  onReview: (mark: MarkLineView) => void
  onCorrect: (mark: MarkLineView) => void
}) {
  const t = useTranslations('ineligibility')
  return (
    <Table caption={t('marks')}>
      <thead>
        <tr>
          <Th>{t('service')}</Th>
          <Th>{t('from')}</Th>
          <Th className="max-sm:hidden">{t('marked')}</Th>
          <Th className="max-sm:hidden">{t('review')}</Th>
          <Th className="max-sm:hidden">{t('ends')}</Th>
          <Th>
            <span className="sr-only">{t('doing')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {view.marks.map((mark) => (
          <MarkRow key={mark.entryId} mark={mark} onReview={() => onReview(mark)} onCorrect={() => onCorrect(mark)} />
        ))}
      </tbody>
    </Table>
  )
}

function MarkRow({ mark, onReview, onCorrect }: { mark: MarkLineView; onReview: () => void; onCorrect: () => void }) {
  const t = useTranslations('ineligibility')
  const { called } = useWords()
  return (
    <tr>
      <Td className="min-w-32 font-medium">
        {called(mark.service.name)}
        <Below label={t('marked')}>
          <Moment at={mark.markedAt} format="mediumDay" />
        </Below>
        <Below label={t('review')}>
          <ReviewDay at={mark.reviewOn} due={mark.due ? t('dueNow') : null} />
        </Below>
        <Below label={t('ends')}>
          <EndOfMark at={mark.endsAt} />
        </Below>
      </Td>
      <Td>
        {mark.caseCode === null ? <span className="text-ink-2">{t('gone')}</span> : <CaseLink code={mark.caseCode} />}
        {mark.corrected !== null && (
          <span className="block text-xs text-ink-2">
            {t('corrected')} <CaseLink code={mark.corrected} to={`/approvals/${mark.corrected}`} />
          </span>
        )}
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <Moment at={mark.markedAt} format="mediumDay" />
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <ReviewDay at={mark.reviewOn} due={mark.due ? t('dueNow') : null} />
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <EndOfMark at={mark.endsAt} />
      </Td>
      <Td className="pr-0">
        <span className="flex justify-end gap-2 max-sm:flex-col">
          <Button onClick={onReview}>{t('reviewDo')}</Button>
          <Button disabled={mark.caseCode === null || mark.corrected !== null} onClick={onCorrect}>
            {t('correct')}
          </Button>
        </span>
      </Td>
    </tr>
  )
}

function EndOfMark({ at }: { at: number | null }) {
  const t = useTranslations('ineligibility')
  return at === null ? <span className="text-ink-2">{t('noEnd')}</span> : <Moment at={at} format="mediumDay" />
}

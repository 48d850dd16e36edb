'use client'
import { useTranslations } from 'next-intl'
import type { HoldView } from '#usecases/views/holds.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { ReviewDay } from '#components/data/review-day.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Below } from '#components/ui/below.tsx'
import { Button } from '#components/ui/button.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'

/** Every standing hold on a line, the first to be reviewed first. */
export function HoldTable({
  holds, onReview, onLift,
}: {
  holds: readonly HoldView[]
  onReview: (hold: HoldView) => void
  onLift: (hold: HoldView) => void
}) {
  const t = useTranslations('holds')
  return (
    <Table caption={t('table')}>
      <thead>
        <tr>
          <Th>{t('covers')}</Th>
          <Th className="max-sm:hidden">{t('basis')}</Th>
          <Th className="max-sm:hidden">{t('reviewAt')}</Th>
          <Th>{t('stops')}</Th>
          <Th>
            <span className="sr-only">{t('doing')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {holds.map((hold) => (
          <HoldRow key={hold.holdRef} hold={hold} onReview={() => onReview(hold)} onLift={() => onLift(hold)} />
        ))}
      </tbody>
    </Table>
  )
}

function HoldRow({ hold, onReview, onLift }: { hold: HoldView; onReview: () => void; onLift: () => void }) {
  const t = useTranslations('holds')
  const { say, word } = useWords()
  const note = 'block text-xs text-ink-2'
  return (
    <tr>
      <Td className="min-w-36">
        <span className="font-medium">{say('covers', hold.covers)}</span>
        {hold.reference !== null && <span className={note}>{t('reference', { reference: hold.reference })}</span>}
        <Below>
          <HoldBasis hold={hold} />
        </Below>
        <Below label={t('reviewAt')}>
          <ReviewDay at={hold.reviewOn} due={hold.due ? t('dueNow') : null} />
        </Below>
      </Td>
      <Td className="min-w-44 max-sm:hidden">
        <HoldBasis hold={hold} />
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <ReviewDay at={hold.reviewOn} due={hold.due ? t('dueNow') : null} />
      </Td>
      <Td className="sm:min-w-56">
        {hold.stops.length === 0 && <span className="text-ink-2">{t('stopsNothing')}</span>}
        {hold.stops.map((stopped) => (
          <span key={stopped.caseCode} className="block">
            <CaseLink code={stopped.caseCode} />
            <span className={note}>
              {word('kind', stopped.kind)} · {say('heldHow', stopped.how)}
            </span>
          </span>
        ))}
      </Td>
      <Td className="pr-0">
        <span className="flex justify-end gap-2 max-sm:flex-col">
          <Button onClick={onReview}>{t('review')}</Button>
          <Button onClick={onLift}>{t('lift')}</Button>
        </span>
      </Td>
    </tr>
  )
}

/** What it rests on, whose it is, who placed it, and whether the person may hear of it. */
function HoldBasis({ hold }: { hold: HoldView }) {
  const t = useTranslations('holds')
  const { word } = useWords()
  const note = 'block text-xs text-ink-2'
  return (
    <>
      {word('holdBasis', hold.basis)}
      {hold.owner !== null && <span className={note}>{t('owner', { owner: word('holdOwner', hold.owner) })}</span>}
      <span className={note}>{t('placed', { by: hold.placedBy, at: hold.placedAt })}</span>
      {hold.secret && <span className={note}>{t('secret')}</span>}
    </>
  )
}

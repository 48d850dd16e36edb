'use client'
import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ShiftView } from '#usecases/views/shift.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { Moment } from '#components/data/moment.tsx'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { Button } from '#components/ui/button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { ShiftCases } from './shift-cases.tsx'
import { ShiftPart } from './shift-part.tsx'
import { Signatures } from './signatures.tsx'
import { useLegalDay } from './use-legal-day.ts'

/** What one shift hands to the next, on one page that can be printed: codes, dates and personnel numbers. */
export function ShiftScreen({ view }: { view: ShiftView }) {
  const t = useTranslations('shift')
  useLookAgain(true, 20_000)
  const legalDay = useLegalDay()
  const print = () => window.print()
  useShortcut('p', t('print'), print)
  const { parked, disputed, unacknowledged, due, promised, totals, now } = view
  return (
    <div className="gutter grid max-w-[1100px] grid-cols-1 gap-7 py-8 print:max-w-none print:gap-4 print:p-0">
      <PageHeading
        below={t('below', { at: now, who: view.reader, tomorrow: view.tomorrow })}
        aside={
          <span data-no-print="">
            <Button look="primary" hint="p" aria-keyshortcuts="p" onClick={print}>
              <Printer aria-hidden="true" className="size-4" />
              {t('print')}
            </Button>
          </span>
        }
      >
        {t('title', totals)}
      </PageHeading>
      <ShiftPart title={t('due.title')} empty={t('due.empty')} count={totals.due} shown={due.length}>
        <ShiftCases caption={t('due.title')} lines={due} now={now} />
      </ShiftPart>
      <ShiftPart title={t('disputed.title')} empty={t('disputed.empty')} count={totals.disputed} shown={disputed.length}>
        <ShiftCases caption={t('disputed.title')} lines={disputed} now={now} />
      </ShiftPart>
      <ShiftPart title={t('parked.title')} empty={t('parked.empty')} count={totals.parked} shown={parked.length}>
        <ShiftCases caption={t('parked.title')} lines={parked} now={now} />
      </ShiftPart>
      <ShiftPart title={t('promised.title')} empty={t('promised.empty')} count={totals.promised} shown={promised.length}>
        <Table caption={t('promised.title')}>
          <thead>
            <tr>
              <Th>{t('case')}</Th>
              <Th>{t('promised.at')}</Th>
              <Th>{t('promised.agent')}</Th>
            </tr>
          </thead>
          <tbody>
            {promised.map(({ caseCode, agent, at }) => (
              <tr key={caseCode}>
                <Td>
                  <CaseLink code={caseCode} />
                </Td>
                <Td>
                  <Moment at={at} />
                </Td>
                <Td>{agent}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </ShiftPart>
      <ShiftPart title={t('unacknowledged.title')} empty={t('unacknowledged.empty')} count={totals.unacknowledged} shown={unacknowledged.length}>
        <p className="mt-1 text-xs text-ink-2">{t('unacknowledged.text')}</p>
        <ShiftCases
          caption={t('unacknowledged.title')}
          lines={unacknowledged}
          now={now}
          noteOf={({ acknowledgeBy }) => (acknowledgeBy === null ? null : t('unacknowledged.by', legalDay(acknowledgeBy)))}
        />
      </ShiftPart>
      <Signatures />
    </div>
  )
}

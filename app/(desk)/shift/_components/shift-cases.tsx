'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { ShiftLineView } from '#usecases/views/shift.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { TimeLeft } from '#components/data/time-left.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { pauseWord } from '../../cases/[code]/_components/pause-word.ts'
import { Turn } from '../../cases/[code]/_components/turn.tsx'
import { useLegalDay } from './use-legal-day.ts'

/** Cases in a table: which, what it is, where it stands, whose turn it is, when it is due. */
export function ShiftCases<Line extends ShiftLineView>({
  caption, lines, now, noteOf,
}: {
  caption: string
  lines: readonly Line[]
  now: number
  noteOf?: (line: Line) => ReactNode
}) {
  const t = useTranslations('shift')
  const legalDay = useLegalDay()
  const { word, called } = useWords()
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t('case')}</Th>
          <Th>{t('what')}</Th>
          <Th className="max-sm:hidden">{t('turn')}</Th>
          <Th>{t('dueAt')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.caseCode}>
            <Td className="whitespace-nowrap">
              <CaseLink code={line.caseCode} />
            </Td>
            <Td>
              {[word('kind', line.kind), line.service === null ? null : called(line.service.name)].filter(Boolean).join(' · ')}
              <span className="block text-xs text-ink-2">
                {[word('state', line.state), line.pause === null ? null : word('pause', pauseWord(line.pause, line.turn))].filter(Boolean).join(' · ')}
                <span className="block sm:hidden">
                  <Turn turn={line.turn} />
                </span>
              </span>
            </Td>
            <Td className="text-ink-2 max-sm:hidden">
              <Turn turn={line.turn} />
            </Td>
            <Td>
              <TimeLeft at={line.due.at} now={now} />
              <span className="block text-xs text-ink-2">{noteOf?.(line) ?? t('dueDay', legalDay(line.due))}</span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { CaseListView } from '#usecases/views/case.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { Moment } from '#components/data/moment.tsx'
import { TimeLeft } from '#components/data/time-left.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Turn } from '../[code]/_components/turn.tsx'

/** The cases of this reader, each with whose turn it is. */
export function CaseList({ view }: { view: CaseListView }) {
  const t = useTranslations('cases.list')
  const { word } = useWords()
  return (
    <div className="gutter grid grid-cols-1 gap-6 py-8">
      <PageHeading>{t('title', { count: view.items.length })}</PageHeading>
      {view.items.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <Table caption={t('caption')}>
          <thead>
            <tr>
              <Th>{t('code')}</Th>
              <Th>{t('kind')}</Th>
              <Th>{t('state')}</Th>
              <Th>{t('turn')}</Th>
              <Th>{t('opened')}</Th>
              <Th>{t('due')}</Th>
            </tr>
          </thead>
          <tbody>
            {view.items.map((item) => (
              <tr key={item.caseCode}>
                <Td>
                  <CaseLink code={item.caseCode} />
                </Td>
                <Td>
                  {word('kind', item.kind)}
                  {item.service !== null && <span className="block text-xs text-ink-2">{item.service.name}</span>}
                </Td>
                <Td>
                  {word('state', item.state)} {item.pause !== null && <Tag tone="warn">{word('pause', item.pause)}</Tag>}
                </Td>
                <Td className="text-ink-2">
                  <Turn turn={item.turn} />
                </Td>
                <Td className="whitespace-nowrap">
                  <Moment at={item.openedAt} format="mediumDay" />
                </Td>
                <Td>
                  <TimeLeft at={item.dueAt} now={view.now} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}

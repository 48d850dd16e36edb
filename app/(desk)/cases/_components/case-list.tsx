'use client'
import { useTranslations } from 'next-intl'
import { isFinal } from '#domain/request/states.ts'
import type { CaseListView } from '#usecases/views/case.ts'
import { CaseLink } from '#components/data/case-link.tsx'
import { Moment } from '#components/data/moment.tsx'
import { TimeLeft } from '#components/data/time-left.tsx'
import { useWords } from '#components/i18n/use-words.ts'
import { useListKeys } from '#components/shell/use-list-keys.ts'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { Below } from '#components/ui/below.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { pauseWord } from '../[code]/_components/pause-word.ts'
import { Turn } from '../[code]/_components/turn.tsx'

/** The cases of this reader, each with whose turn it is. */
export function CaseList({ view }: { view: CaseListView }) {
  const t = useTranslations('cases.list')
  useLookAgain(true, 20_000)
  const { word } = useWords()
  const rows = useListKeys<HTMLTableSectionElement>()
  const open = view.items.filter((item) => !isFinal(item.state)).length
  return (
    <div className="gutter grid grid-cols-1 gap-6 py-8">
      <PageHeading below={t('below', { ended: view.items.length - open })}>
        {t('title', { open })}
      </PageHeading>
      {view.items.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <Table caption={t('caption')}>
          <thead>
            <tr>
              <Th>{t('code')}</Th>
              <Th className="max-sm:hidden">{t('kind')}</Th>
              <Th>{t('state')}</Th>
              <Th className="max-sm:hidden">{t('turn')}</Th>
              <Th className="max-sm:hidden">{t('opened')}</Th>
              <Th>{t('due')}</Th>
            </tr>
          </thead>
          <tbody ref={rows}>
            {view.items.map((item) => (
              <tr key={item.caseCode}>
                <Td>
                  <CaseLink code={item.caseCode} />
                  <Below>
                    <Asked item={item} />
                  </Below>
                  <Below label={t('opened')}>
                    <Moment at={item.openedAt} format="mediumDay" />
                  </Below>
                </Td>
                <Td className="max-sm:hidden">
                  <Asked item={item} />
                </Td>
                <Td>
                  {word('state', item.state)} {item.pause !== null && <Tag tone="warn">{word('pause', pauseWord(item.pause, item.turn))}</Tag>}
                  <span className="block text-xs text-ink-2 sm:hidden">
                    <Turn turn={item.turn} />
                  </span>
                </Td>
                <Td className="text-ink-2 max-sm:hidden">
                  <Turn turn={item.turn} />
                </Td>
                <Td className="whitespace-nowrap max-sm:hidden">
                  <Moment at={item.openedAt} format="mediumDay" />
                </Td>
                <Td>
                  {isFinal(item.state) ? <span className="text-ink-2">–</span> : <TimeLeft at={item.dueAt} now={view.now} />}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}

/** What is asked for, and of which service. */
function Asked({ item: { kind, service } }: { item: CaseListView['items'][number] }) {
  const { word, called } = useWords()
  return (
    <>
      {word('kind', kind)}
      {service !== null && <span className="block text-xs text-ink-2">{called(service.name)}</span>}
    </>
  )
}

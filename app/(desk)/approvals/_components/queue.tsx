'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ApprovalsView, QueueItemView } from '#usecases/views/approvals.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { LockNote } from '#components/data/lock-note.tsx'
import { TimeLeft } from '#components/data/time-left.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { useListKeys } from '#components/shell/use-list-keys.ts'
import { cx } from '#components/ui/cx.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { ApprovalsActions } from './approvals-actions.ts'
import { Tabs } from './tabs.tsx'

/** What waits for a decision, the most pressing first. What is not this reader's to decide says why and who can. */
export function Queue({ view, open }: { view: ApprovalsView; open: ApprovalsActions['open'] }) {
  const t = useTranslations('approvals')
  const router = useRouter()
  const opening = useAction(
    async ({ caseCode, opens }: Pick<QueueItemView, 'caseCode' | 'opens'>) => {
      const result = await open({ caseCode })
      const place = opens === 'case' ? 'cases' : 'approvals'
      return result.ok ? { ok: true as const, value: `/${place}/${caseCode}` } : result
    },
    { onDone: (place) => router.push(place) },
  )
  const at = view.items.findIndex((item) => item.caseCode === view.opened?.caseCode)

  function go(item: QueueItemView | undefined) {
    if (item === undefined || opening.pending) return
    void opening.run(item)
  }
  // Moving is not opening: who opens a case is written down.
  const list = useListKeys<HTMLUListElement>(at)

  // A case that is open owns the page's one heading.
  const Heading = view.opened === null ? 'h1' : 'h2'
  return (
    <section aria-label={t('queue')}>
      <header className="px-5 pt-6 pb-3">
        <Heading className="text-xl font-semibold tracking-[-0.01em] text-balance">
          <QueueTitle view={view} />
        </Heading>
        <p className="mt-1 flex flex-wrap items-center gap-1 text-xs text-ink-2">
          {view.only === 'contested' ? t('contestedBy') : t('by')} · <Kbd>j</Kbd> <Kbd>k</Kbd> {t('move')}
        </p>
        {view.opened === null && <Tabs view={view} />}
      </header>
      {view.items.length === 0 ? (
        <div className="px-5">
          <EmptyState title={view.only === 'contested' ? t('contestedEmpty') : t('empty')}>{t('emptyText')}</EmptyState>
        </div>
      ) : (
        <ul ref={list}>
          {view.items.map((item) => (
            <QueueItem
              key={item.caseCode}
              item={item}
              now={view.now}
              opened={item.caseCode === view.opened?.caseCode}
              onOpen={() => go(item)}
            />
          ))}
        </ul>
      )}
      {view.opened === null && view.more > view.items.length && view.waiting > view.items.length && (
        <p className="px-5 py-4">
          <Link href={{ query: { only: view.only, show: view.more } }} scroll={false} prefetch={false} className="link">
            {t('showMore', { rest: view.waiting - view.items.length })}
          </Link>
        </p>
      )}
    </section>
  )
}

/** How much there is to do; of more than a screen lists, what it lists. */
function QueueTitle({ view }: { view: ApprovalsView }) {
  const t = useTranslations('approvals')
  const { waiting, mine, today, late, contested, items } = view
  if (view.only === 'contested') return t('contestedTitle', { count: contested })
  return waiting > items.length ? t('titleOfMany', { waiting, listed: items.length, mine }) : t('title', { mine, today, late })
}

function QueueItem({
  item, now, opened, onOpen,
}: {
  item: QueueItemView
  now: number
  opened: boolean
  onOpen: () => void
}) {
  const t = useTranslations('approvals')
  const { say, word, called } = useWords()
  const facts = [
    word('kind', item.kind),
    item.service === null ? null : called(item.service.name),
    word('channel', item.channel),
    item.openedBy === null ? null : t('openedBy', { who: item.openedBy }),
    item.note === null ? null : say('queueNote', item.note),
  ].filter(Boolean)
  return (
    <li className="border-t border-line last:border-b">
      <button
        type="button"
        aria-current={opened ? 'true' : undefined}
        onClick={onOpen}
        className={cx('grid w-full gap-1 px-5 py-(--row-y) text-left', opened ? 'bg-accent-wash' : 'hover:bg-sunken')}
      >
        <span className="flex items-center justify-between gap-2">
          <CaseCode code={item.caseCode} />
          {item.notYours === null ? <TimeLeft at={item.decideBy} now={now} /> : <Tag locked>{t('notYours')}</Tag>}
        </span>
        <span className="text-xs text-ink-2">{facts.join(' · ')}</span>
        {item.notYours !== null && <LockNote lock={item.notYours} />}
      </button>
    </li>
  )
}

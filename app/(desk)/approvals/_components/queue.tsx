'use client'
import { useRef } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ApprovalsView, QueueItemView } from '#usecases/views/approvals.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { LockNote } from '#components/data/lock-note.tsx'
import { TimeLeft } from '#components/data/time-left.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
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
  const list = useRef<HTMLUListElement>(null)
  const at = view.items.findIndex((item) => item.caseCode === view.opened?.caseCode)

  function go(item: QueueItemView | undefined) {
    if (item === undefined || opening.pending) return
    void opening.run(item)
  }
  // Moving is not opening: who opens a case is written down.
  function move(by: 1 | -1) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const focused = buttons.findIndex((button) => button === document.activeElement)
    const from = focused >= 0 ? focused : at
    buttons[Math.min(buttons.length - 1, Math.max(0, from + by))]?.focus()
  }
  useShortcut('j', t('keys.next'), () => move(1))
  useShortcut('k', t('keys.previous'), () => move(-1))

  // A case that is open owns the page's one heading.
  const Heading = view.opened === null ? 'h1' : 'h2'
  return (
    <section aria-label={t('queue')}>
      <header className="px-5 pt-6 pb-3">
        <Heading className="text-xl font-semibold tracking-[-0.01em] text-balance">
          {view.only === 'contested' ? t('contestedTitle', { count: view.contested }) : t('title', { mine: view.mine, today: view.today })}
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
    </section>
  )
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

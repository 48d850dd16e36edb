'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { ChoiceView } from '#usecases/views/desk.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useWantedFocus } from '#components/data/use-wanted-focus.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { cx } from '#components/ui/cx.ts'
import { Kbd } from '#components/ui/kbd.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { useChoiceTitle } from './choice-title.ts'

/** One choice. Locked ones stay in sight and say what opens them; the chosen one opens its script and its button. */
export function ChoiceCard({
  choice,
  digit,
  chosen,
  onChoose,
  wanted,
  children,
}: {
  choice: ChoiceView
  /** The key that chooses it: with the key that submits, a request takes two. */
  digit: string
  chosen: boolean
  onChoose: () => void
  /** It is the next step: its head takes the focus. */
  wanted: boolean
  children: ReactNode
}) {
  const t = useTranslations('desk.now')
  const { say } = useWords()
  const title = useChoiceTitle()
  const head = useWantedFocus<HTMLButtonElement>(wanted)
  useShortcut(digit, title(choice), onChoose, choice.lock === null)
  if (choice.lock !== null) {
    return (
      <div className="grid gap-1 rounded border border-dashed border-line-strong px-3.5 py-3 text-ink-2">
        <h3 className="font-semibold">{title(choice)}</h3>
        <LockNote lock={choice.lock} />
      </div>
    )
  }
  return (
    <div className={cx('rounded border bg-surface', chosen ? 'border-accent shadow-[0_0_0_1px_var(--accent)]' : 'border-line')}>
      <h3>
        <button
          ref={head}
          type="button"
          aria-expanded={chosen}
          aria-keyshortcuts={digit}
          onClick={onChoose}
          className="grid w-full gap-1 rounded px-3.5 py-3 text-left"
        >
          <span className="flex items-center justify-between gap-2 font-semibold">
            {title(choice)}
            <span className="flex items-center gap-2">
              {choice.best && <Tag tone="info" plain>{t('best')}</Tag>}
              <Kbd>{digit}</Kbd>
            </span>
          </span>
          {!chosen && (
            <span className="text-xs text-ink-2">
              {choice.effects.slice(0, 2).map((effect) => say('effect', effect)).join(' ')}
            </span>
          )}
        </button>
      </h3>
      {chosen && <div className="px-3.5 pt-1.5 pb-3.5">{children}</div>}
    </div>
  )
}

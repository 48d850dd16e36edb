'use client'
import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { ChoiceView } from '#usecases/views/desk.ts'
import { useWantedFocus } from '#components/data/use-wanted-focus.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Tag } from '#components/ui/tag.tsx'
import { ChoiceFrame } from './choice-frame.tsx'
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
  return (
    <ChoiceFrame
      title={title(choice)}
      text={chosen ? null : choice.effects.slice(0, 2).map((effect) => say('effect', effect)).join(' ')}
      lock={choice.lock}
      digit={digit}
      chosen={chosen}
      onChoose={onChoose}
      head={head}
      mark={choice.best && <Tag tone="info" plain>{t('best')}</Tag>}
    >
      {chosen && <div className="px-3.5 pt-1.5 pb-3.5">{children}</div>}
    </ChoiceFrame>
  )
}

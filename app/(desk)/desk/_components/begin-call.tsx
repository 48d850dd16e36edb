'use client'
import { useTranslations } from 'next-intl'
import { useAction } from '#components/form/use-action.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { useDesk } from './desk-context.tsx'

/** A call in which nobody is looked up, or not yet: a wrong number and a general question leave a record too. */
export function BeginCall() {
  const t = useTranslations('desk.idle')
  const { actions, refresh, refreshing } = useDesk()
  const open = useAction(actions.openCall, { onDone: refresh })
  useShortcut('Mod+Enter', t('begin'), () => void open.run({}))
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
      <Button
        hint="Ctrl ↵"
        aria-keyshortcuts="Control+Enter"
        pending={open.pending || refreshing}
        onClick={() => void open.run({})}
      >
        {t('begin')}
      </Button>
      <span>{t('beginHint')}</span>
    </p>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { DeskCallView } from '#usecases/views/desk.ts'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { useDesk } from './desk-context.tsx'

/** A screen pop while a call goes on: it is said, and nothing of the call changes. */
export function AnotherCall({ incoming }: { incoming: DeskCallView['incoming'] }) {
  const t = useTranslations('desk')
  const { actions, refresh } = useDesk()
  const dismiss = useAction(actions.dismissIncoming, { onDone: refresh })
  return (
    <div role="status">
      {incoming !== null && (
        <p className="gutter flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-accent bg-accent-wash py-1.5 text-sm">
          <strong>{t('bar.another')}</strong>
          <span className="mono">{incoming.maskedNumber}</span>
          <span className="min-w-0 flex-1 basis-40 text-xs text-ink-2">{t('bar.anotherHint')}</span>
          <Button look="quiet" pending={dismiss.pending} onClick={() => void dismiss.run({})}>
            {t('idle.notThis')}
          </Button>
        </p>
      )}
    </div>
  )
}

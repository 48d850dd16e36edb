'use client'
import { useTranslations } from 'next-intl'
import type { DeskIdleView } from '#usecases/views/desk.ts'
import { useAction } from '#components/form/use-action.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { useDesk } from './desk-context.tsx'

/**
 * A screen pop. Nothing is looked up until the agent says so: a foreign page could open this address too.
 */
export function IncomingCall({ incoming }: { incoming: NonNullable<DeskIdleView['incoming']> }) {
  const t = useTranslations('desk.idle')
  const keys = useTranslations('desk.keys')
  const { actions, refresh } = useDesk()
  const answer = useAction(actions.answerIncoming, { onDone: refresh })
  const dismiss = useAction(actions.dismissIncoming, { onDone: refresh })
  useShortcut('Enter', keys('answer'), () => void answer.run({}))
  useShortcut('Escape', keys('dismiss'), () => void dismiss.run({}))
  return (
    <section
      aria-label={t('incoming')}
      className="mb-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-large border border-accent bg-accent-wash px-4.5 py-3.5"
    >
      <strong role="status">{t('incoming')}</strong>
      <span className="mono">{incoming.maskedNumber}</span>
      <span className="min-w-0 flex-1 basis-full text-xs sm:basis-48 text-ink-2">{t('incomingHint')}</span>
      <Button look="primary" hint="↵" pending={answer.pending} onClick={() => void answer.run({})}>
        {t('answer')}
      </Button>
      <Button look="quiet" hint="Esc" pending={dismiss.pending} onClick={() => void dismiss.run({})}>
        {t('notThis')}
      </Button>
    </section>
  )
}

'use client'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import type { VerificationWayView } from '#usecases/views/desk.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { say as toast } from '#components/ui/toast.tsx'
import { CodeEntry } from './code-entry.tsx'
import { useDesk } from './desk-context.tsx'

/**
 * Each way with what it would give and what speaks against it; the best one first and outlined. The next step is there,
 * so it has the focus: its card and not its button, since Enter was pressed just now and may be held down.
 */
export function WaysToVerify({
  ways,
  callId,
  now,
}: {
  ways: readonly VerificationWayView[]
  callId: string
  now: number
}) {
  return (
    <ul className="mt-3 grid gap-3">
      {ways.map((way) => (
        <Way key={way.wayId} way={way} callId={callId} now={now} />
      ))}
    </ul>
  )
}

function Way({ way, callId, now }: { way: VerificationWayView; callId: string; now: number }) {
  const t = useTranslations('desk')
  const { say } = useWords()
  const { actions, refresh } = useDesk()
  const send = useAction(actions.sendCode, {
    onDone: () => {
      toast('info', t('way.sentSay'))
      refresh()
    },
  })
  const ready = way.lock === null
  const isCode = way.way === 'code_phone' || way.way === 'code_email'
  const ask = () => void send.run({ callId, wayId: way.wayId })
  useShortcut('v', t('keys.verify'), ask, ready && way.best && isCode && way.challenge === null)
  const card = useRef<HTMLLIElement>(null)
  const isNext = ready && way.best
  useEffect(() => {
    // A code that is under way has the focus itself.
    if (isNext && card.current?.contains(document.activeElement) !== true) card.current?.focus()
  }, [isNext])
  return (
    <li
      ref={card}
      tabIndex={isNext ? -1 : undefined}
      className={cx(
        'grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 rounded border px-3.5 py-3',
        ready ? 'bg-surface' : 'border-dashed text-ink-2',
        way.best && ready ? 'border-accent shadow-[0_0_0_1px_var(--accent)]' : 'border-line-strong',
      )}
    >
      <div className="min-w-0">
        <h3 className="font-semibold">{t(`way.${way.way}`)}</h3>
        <p className="flex flex-wrap gap-x-2 text-xs text-ink-2">
          {way.maskedContact !== null && <span className="font-mono">{way.maskedContact}</span>}
          {ready && <span>{t('way.gives', { level: way.gives })}</span>}
        </p>
        {way.against.map((reason) => (
          <p key={reason.key} className="mt-0.5 text-xs font-medium text-warn">
            {say('against', reason)}
          </p>
        ))}
        {way.lock !== null && <LockNote lock={way.lock} />}
      </div>
      {ready && isCode && (
        <Button hint={way.best && way.challenge === null ? 'v' : undefined} pending={send.pending} onClick={ask}>
          {way.challenge === null ? t('way.send') : t('way.again')}
        </Button>
      )}
      {way.challenge !== null && (
        <CodeEntry
          key={way.challenge.challengeId}
          challenge={way.challenge}
          callId={callId}
          now={now}
          onOver={() => card.current?.focus()}
          onAgain={ask}
        />
      )}
    </li>
  )
}

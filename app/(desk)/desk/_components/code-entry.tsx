'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ChallengeView } from '#usecases/views/desk.ts'
import { ProblemText } from '#components/form/problem-text.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { cx } from '#components/ui/cx.ts'
import { FieldError } from '#components/ui/field.tsx'
import { say } from '#components/ui/toast.tsx'
import { useNow } from '#components/ui/use-now.ts'
import { useDesk } from './desk-context.tsx'

const places = [0, 1, 2, 3, 4, 5]

/**
 * Six digits as the caller reads them. The sixth one sends them; a wrong code is cleared, to be said again. While it is
 * asked the field keeps the focus; once there is nothing more to type, `onOver` says where to go on.
 */
export function CodeEntry({
  challenge, callId, now, said, onOver, onAgain,
}: {
  challenge: ChallengeView
  callId: string
  now: number
  /** What is said when the code was right; that the caller is verified, unless it proves less. */
  said?: string
  onOver: () => void
  /** Sends another code, once this one is of no use. */
  onAgain: () => void
}) {
  const t = useTranslations('desk')
  const { actions, refresh } = useDesk()
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const check = useAction(actions.checkCode, {
    quiet: true,
    onDone: () => {
      say('good', said ?? t('way.verifiedSay'))
      refresh()
    },
    // The tries that are left are the server's to count.
    onProblem: () => {
      setCode('')
      refresh()
    },
  })
  const expired = useNow(now) >= challenge.expiresAt
  const over = expired || challenge.triesLeft === 0
  useShortcut('v', t('keys.verify'), () => (over ? onAgain() : field.current?.focus()))
  useEffect(() => field.current?.focus(), [])
  const leave = useRef(onOver)
  useEffect(() => {
    leave.current = onOver
  }, [onOver])
  useEffect(() => {
    if (over && document.activeElement === field.current) leave.current()
  }, [over])

  function type(text: string) {
    const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 6)
    setCode(digits)
    if (digits.length === 6) void check.run({ callId, challengeId: challenge.challengeId, code: digits })
  }

  return (
    <div className="mt-2 grid gap-2">
      <p className="flex flex-wrap gap-x-2 text-xs text-ink-2" role="status">
        <span>{t(`way.${challenge.delivery}`, { at: challenge.sentAt })}</span>·
        {expired ? (
          <span className="font-semibold text-bad">{t('way.expired')}</span>
        ) : (
          <span>
            <Countdown until={challenge.expiresAt} now={now} /> {t('way.left')}
          </span>
        )}
        ·<span>{t('way.tries', { count: challenge.triesLeft })}</span>
      </p>
      <div className="relative w-fit">
        <input
          ref={field}
          value={code}
          onChange={(event) => type(event.target.value)}
          readOnly={check.pending || over}
          aria-disabled={over || undefined}
          aria-label={t('way.code')}
          aria-invalid={check.problem !== null || undefined}
          aria-describedby={check.problem === null ? undefined : 'code-error'}
          inputMode="numeric"
          autoComplete="off"
          name="one-time-code"
          className="peer absolute inset-0 z-10 w-full bg-transparent text-transparent caret-transparent outline-none"
        />
        <div aria-hidden="true" className="flex gap-1.5 rounded peer-focus-visible:outline-2 peer-focus-visible:outline-offset-4 peer-focus-visible:outline-accent">
          {places.map((place) => (
            <span
              key={place}
              className={cx(
                'grid h-11 w-9 place-items-center rounded-[6px] border bg-surface font-mono text-xl',
                over ? 'border-line text-ink-3' : place === code.length ? 'border-accent' : 'border-field',
              )}
            >
              {code[place] ?? ''}
            </span>
          ))}
        </div>
      </div>
      {check.problem !== null && <FieldError id="code-error"><ProblemText problem={check.problem} /></FieldError>}
      {challenge.demoCode !== null && !over && (
        <p className="text-xs text-ink-2">
          {t('way.demo', { code: challenge.demoCode })}
        </p>
      )}
    </div>
  )
}

'use client'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import type { VerificationWayView } from '#usecases/views/desk.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { isTyping } from '#components/shell/key-name.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { say as toast } from '#components/ui/toast.tsx'
import { BeginWay, type WayBegun } from './begin-way.tsx'
import { CodeEntry } from './code-entry.tsx'
import { useDesk } from './desk-context.tsx'
import { LinkWaiting } from './link-waiting.tsx'
import type { ContactShown } from './lost-contact-dialog.tsx'
import { Objection } from './objection.tsx'

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
  const contacts = ways.flatMap(({ way, wayId, maskedContact: masked }) =>
    masked !== null && isCode(way) ? [{ wayId, masked }] : [],
  )
  // A claim is checked by somebody else, while the line is open: the page learns of it by itself.
  useLookAgain(ways.some(({ check, gives }) => check !== null && gives < 2), 5000)
  // Whoever opens a link answers on their own screen: this one shows it without a key.
  useLookAgain(ways.some(({ challenge }) => challenge?.by === 'link'), 2000)
  return (
    <ul className="mt-3 grid gap-3">
      {ways.map((way) => (
        <Way key={way.wayId} way={way} callId={callId} now={now} contacts={contacts} />
      ))}
    </ul>
  )
}

const isCode = (way: VerificationWayView['way']): way is Exclude<VerificationWayView['way'], WayBegun> =>
  way === 'code_phone' || way === 'code_email'

function Way({
  way, callId, now, contacts,
}: {
  way: VerificationWayView
  callId: string
  now: number
  contacts: readonly ContactShown[]
}) {
  const t = useTranslations('desk')
  const { say, word } = useWords()
  const { actions, refresh } = useDesk()
  const send = useAction(actions.sendCode, {
    onDone: () => {
      toast('info', t('way.sentSay'))
      refresh()
    },
  })
  const link = useAction(actions.sendLink, {
    onDone: () => {
      toast('info', t('way.linkSay'))
      refresh()
    },
  })
  const ready = way.lock === null
  const { challenge } = way
  // A claim that was made before goes on with a code to the contact that was stated then.
  const goesByCode = isCode(way.way) || way.check !== null
  const ask = () => void send.run({ callId, wayId: way.wayId })
  useShortcut('v', t('keys.verify'), ask, ready && way.best && goesByCode && challenge?.by !== 'code')
  const card = useRef<HTMLLIElement>(null)
  const isNext = ready && way.best
  useEffect(() => {
    // A code that is under way has the focus itself; and where something is typed, it stays.
    const { activeElement } = document
    if (isNext && !isTyping(activeElement) && card.current?.contains(activeElement) !== true) card.current?.focus()
  }, [isNext])
  return (
    <li
      ref={card}
      tabIndex={isNext ? -1 : undefined}
      className={cx(
        'grid grid-cols-1 gap-y-1 rounded border px-3.5 py-3',
        ready ? 'bg-surface' : 'border-dashed text-ink-2',
        way.best && ready ? 'border-accent shadow-[0_0_0_1px_var(--accent)]' : 'border-line-strong',
      )}
    >
      <div className="min-w-0">
        <h3 className="font-semibold">{t(`way.${way.way}`)}</h3>
        {way.check !== null && (
          <p className="text-xs text-ink-2">
            {way.check.capacity !== null && <>{word('capacity', way.check.capacity)} · </>}
            {t('way.asked', { at: way.check.askedAt })}
          </p>
        )}
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
      {ready && goesByCode && (
        <div className="mt-1 flex flex-wrap gap-2">
          <Button hint={way.best && challenge?.by !== 'code' ? 'v' : undefined} pending={send.pending} onClick={ask}>
            {challenge?.by === 'code' ? t('way.again') : t('way.send')}
          </Button>
          {isCode(way.way) && (
            <Button pending={link.pending} onClick={() => void link.run({ callId, wayId: way.wayId })}>
              {challenge?.by === 'link' ? t('way.linkAgain') : t('way.link')}
            </Button>
          )}
        </div>
      )}
      {ready && !isCode(way.way) && way.check === null && (
        <div className="mt-1">
          <BeginWay way={way.way} callId={callId} contacts={contacts} />
        </div>
      )}
      {challenge?.by === 'link' && <LinkWaiting challenge={challenge} now={now} />}
      {challenge?.by === 'code' && (
        <CodeEntry
          key={challenge.challengeId}
          challenge={challenge}
          callId={callId}
          now={now}
          said={way.gives < 2 ? t('way.onlyClaimSay') : undefined}
          onOver={() => card.current?.focus()}
          onAgain={ask}
        />
      )}
      {way.check !== null && <Objection check={way.check} callId={callId} />}
    </li>
  )
}

'use client'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { DecisionView } from '#usecases/views/approvals.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { ApprovalsActions } from './approvals-actions.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { ApproveDialog } from './approve-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { heldCase } from './held-case.ts'
import { HoldDialog } from './hold-dialog.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'

const verbs = ['extend', 'hold', 'return', 'reject', 'approve'] as const
type Verb = (typeof verbs)[number]
const keyOf = { extend: 'e', hold: 'h', return: 'r', reject: 'x', approve: 'a' } as const
const lookOf = { extend: 'quiet', hold: 'quiet', return: 'plain', reject: 'bad', approve: 'primary' } as const
const saidOf = {
  extend: 'extendedSay', hold: 'heldSay', return: 'returnedSay', reject: 'rejectedSay', approve: 'approvedSay',
} as const

/** The decision, bound to the plan that is shown. What this reader can not do is locked and says why. */
export function DecideBar({ decision, actions }: { decision: DecisionView; actions: ApprovalsActions }) {
  const t = useTranslations('approvals')
  const router = useRouter()
  const [verb, setVerb] = useState<Verb | null>(null)
  const { locks, plan } = decision
  const objection = decision.kind === 'objection'
  // Where the law knows no extension there is nothing to offer, and nothing to explain on every case.
  const shown = verbs.filter((name) => name !== 'extend' || locks.extend?.key !== 'no_extension')
  const called = (name: Verb) => (name === 'approve' && objection ? t('answer') : t(name))
  useShortcut('e', t('extend'), () => setVerb('extend'), locks.extend === null)
  useShortcut('h', t('hold'), () => setVerb('hold'), locks.hold === null)
  useShortcut('r', t('return'), () => setVerb('return'), locks.return === null)
  useShortcut('x', t('reject'), () => setVerb('reject'), locks.reject === null)
  useShortcut('a', called('approve'), () => setVerb('approve'), locks.approve === null)

  const dialog = {
    decision,
    actions,
    onClose: () => setVerb(null),
    onDone: () => {
      if (verb !== null) toast('good', verb === 'approve' && objection ? t('answeredSay') : t(saidOf[verb]))
      setVerb(null)
      // A hold and more time leave the case open; a decision ends it here.
      if (verb === 'hold' || verb === 'extend') router.refresh()
      else router.push('/approvals')
    },
  }
  const locked = shown.flatMap((name) => locks[name] ?? [])
  const reasons = new Map(locked.map((lock) => [lock.key, lock]))
  return (
    <section
      aria-label={t('decide')}
      className="gutter tall:sticky bottom-0 z-10 flex flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-3 border-t border-line bg-surface py-3"
    >
      <div className="min-w-0 flex-1 basis-full lg:basis-48">
        <strong>
          {plan === null ? t('decide') : t('decideOn', { hash: `${plan.hash.slice(0, 4)} ${plan.hash.slice(4, 8)}` })}
        </strong>
        {decision.kind === 'deletion' && (
          <p className="text-xs text-ink-2">
            {t('window', { days: decision.coolingOffDays, until: decision.coolingOffUntil ?? decision.decideBy })}
          </p>
        )}
        {[...reasons.values()].map((lock) => (
          <LockNote key={lock.key} lock={lock} />
        ))}
      </div>
      {shown.map((name) => (
        <Button
          key={name}
          look={lookOf[name]}
          hint={locks[name] === null ? keyOf[name] : undefined}
          aria-keyshortcuts={keyOf[name]}
          disabled={locks[name] !== null}
          onClick={() => setVerb(name)}
        >
          {called(name)}
        </Button>
      ))}
      {verb === 'extend' && <ExtendDialog {...dialog} />}
      {verb === 'approve' && (objection ? <AnswerDialog {...dialog} /> : <ApproveDialog {...dialog} />)}
      {verb === 'return' && <ReturnDialog {...dialog} />}
      {verb === 'reject' && <RejectDialog {...dialog} />}
      {verb === 'hold' && <HoldDialog {...dialog} about={heldCase(decision)} />}
    </section>
  )
}

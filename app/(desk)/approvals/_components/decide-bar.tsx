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
import { ApproveDialog } from './approve-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'

const verbs = ['hold', 'return', 'reject', 'approve'] as const
type Verb = (typeof verbs)[number]
const keyOf = { hold: 'h', return: 'r', reject: 'x', approve: 'a' } as const
const lookOf = { hold: 'quiet', return: 'plain', reject: 'bad', approve: 'primary' } as const
const saidOf = { hold: 'heldSay', return: 'returnedSay', reject: 'rejectedSay', approve: 'approvedSay' } as const

/** The decision, bound to the plan that is shown. What this reader can not do is locked and says why. */
export function DecideBar({ decision, actions }: { decision: DecisionView; actions: ApprovalsActions }) {
  const t = useTranslations('approvals')
  const router = useRouter()
  const [verb, setVerb] = useState<Verb | null>(null)
  const { locks, plan } = decision
  useShortcut('h', t('hold'), () => setVerb('hold'), locks.hold === null)
  useShortcut('r', t('return'), () => setVerb('return'), locks.return === null)
  useShortcut('x', t('reject'), () => setVerb('reject'), locks.reject === null)
  useShortcut('a', t('approve'), () => setVerb('approve'), locks.approve === null)

  const dialog = {
    decision,
    actions,
    onClose: () => setVerb(null),
    onDone: () => {
      if (verb !== null) toast('good', t(saidOf[verb]))
      setVerb(null)
      // A hold leaves the case open; a decision ends it here.
      if (verb === 'hold') router.refresh()
      else router.push('/approvals')
    },
  }
  const reasons = new Map(Object.values(locks).flatMap((lock) => (lock === null ? [] : [[lock.key, lock] as const])))
  return (
    <section
      aria-label={t('decide')}
      className="gutter tall:sticky bottom-0 z-10 flex flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-3 border-t border-line bg-surface py-3"
    >
      <div className="min-w-0 flex-1 basis-full lg:basis-64">
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
      {verbs.map((name) => (
        <Button
          key={name}
          look={lookOf[name]}
          hint={locks[name] === null ? keyOf[name] : undefined}
          aria-keyshortcuts={keyOf[name]}
          disabled={locks[name] !== null}
          onClick={() => setVerb(name)}
        >
          {t(name)}
        </Button>
      ))}
      {verb === 'approve' && <ApproveDialog {...dialog} />}
      {verb === 'return' && <ReturnDialog {...dialog} />}
      {verb === 'reject' && <RejectDialog {...dialog} />}
      {verb === 'hold' && <HoldDialog {...dialog} />}
    </section>
  )
}

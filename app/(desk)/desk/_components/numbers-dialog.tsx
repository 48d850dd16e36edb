'use client'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import type { ActionProblem, ActionResult } from '#usecases/action-result.ts'
import type { ConfirmedInput } from '#usecases/views/desk-inputs.ts'
import type { ForeseenView } from '#usecases/views/plan.ts'
import { QuietKey } from '#components/data/quiet-key.tsx'
import { FormProblem } from '#components/form/form-problem.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { NumbersBySystem, NumbersSkeleton } from './numbers-by-system.tsx'
import { NumbersForm } from './numbers-form.tsx'
import type { Numbers } from './use-numbers.ts'

interface NumbersDialogProps {
  numbers: Numbers
  /** The word on the button that submits. */
  act: string
  /** What the service is called; empty for the whole account. */
  service: string
  send: (confirmed: ConfirmedInput) => Promise<ActionResult<unknown>>
  onDone: () => void
  /** While a system is silent: it gets its code and its date now, and is submitted later. Absent for a case. */
  takeDown?: { run: () => void; pending: boolean; problem: ActionProblem | null }
  /** Somebody else is steering the caller; absent where that key has no place. */
  quiet?: { run: () => void; pending: boolean }
}

/**
 * The last step before something that can not be undone and that nobody decides on afterwards: what will happen in
 * every system, what stays and why, what it means; then the end of the case code, typed.
 */
export function NumbersDialog({ numbers, quiet, ...rest }: NumbersDialogProps) {
  const t = useTranslations('desk.numbers')
  const { seen, problem } = numbers
  return (
    <Dialog open wide onOpenChange={numbers.close} title={t('title')} description={t('text')}>
      <div className="grid grid-cols-1 gap-4">
        {seen === null && problem === null && <Asking />}
        {seen === null && problem !== null && (
          <>
            <FormProblem>{problem}</FormProblem>
            <WayOut numbers={numbers} />
          </>
        )}
        {seen !== null && <Seen seen={seen} numbers={numbers} {...rest} />}
        {/* Letters are typed here: its key sleeps, its button does not. */}
        {quiet !== undefined && <QuietKey onQuiet={quiet.run} pending={quiet.pending} asleep />}
      </div>
    </Dialog>
  )
}

/** While the systems are asked the focus waits here: an Enter that is held down presses nothing. */
function Asking() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      <NumbersSkeleton />
    </div>
  )
}

function Seen({
  seen, numbers, act, service, send, onDone, takeDown,
}: Omit<NumbersDialogProps, 'quiet'> & { seen: ForeseenView }) {
  const t = useTranslations('desk.numbers')
  const { kind, plan, unanswered } = seen
  const known = unanswered.length === 0
  return (
    <>
      <p role="status" className="text-lg font-semibold text-balance">
        {known ? t('sum', { ...plan.totals, systems: plan.systems.length }) : t('sumPart', { count: unanswered.length })}
      </p>
      <NumbersBySystem plan={plan} unanswered={unanswered} />
      <ul className="grid list-disc gap-0.5 pl-4 text-sm">
        {kind === 'deregistration' && <li>{t('after_deregistration', { service, keep: plan.totals.keep })}</li>}
        {kind === 'void_enrolment' && <li>{t('after_void_enrolment', { service })}</li>}
        <li>{t('noMark')}</li>
      </ul>
      {plan.systems.some((system) => system.problems.length > 0) && <Callout tone="warn">{t('beyond')}</Callout>}
      <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-2">
        <span>{t('asked', { at: plan.checkedAt })}</span>
        <button type="button" className="link min-h-6" onClick={numbers.look}>
          {t('again')}
        </button>
      </p>
      {known ? (
        <NumbersForm key={plan.checkedAt} seen={seen} act={act} send={send} onDone={onDone} onClose={numbers.close} />
      ) : (
        <>
          <Callout tone="warn">{t(takeDown === undefined ? 'unknownWaits' : 'unknown')}</Callout>
          <FormProblem>{takeDown?.problem ?? null}</FormProblem>
          <WayOut numbers={numbers} takeDown={takeDown} />
        </>
      )}
    </>
  )
}

/** Nothing can be submitted: ask again, take it down until then, or go back and tell the caller. */
function WayOut({ numbers, takeDown }: Pick<NumbersDialogProps, 'numbers' | 'takeDown'>) {
  const t = useTranslations('desk.numbers')
  const common = useTranslations('common')
  // It comes where the focus was: on the way on.
  const ways = useRef<HTMLDivElement>(null)
  useEffect(() => ways.current?.querySelector('button')?.focus({ preventScroll: true }), [])
  return (
    <div ref={ways}>
      <DialogButtons>
        <Button look="primary" onClick={numbers.look}>{t('again')}</Button>
        {takeDown !== undefined && <Button pending={takeDown.pending} onClick={takeDown.run}>{t('takeDown')}</Button>}
        <Button onClick={numbers.close}>{common('back')}</Button>
      </DialogButtons>
    </div>
  )
}

'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { BeginCallBackInput, ShowNumberInput } from '#usecases/views/case-inputs.ts'
import type { CallBackInput } from '#usecases/views/desk-inputs.ts'
import type { RevealedValue } from '#usecases/views/person.ts'
import { FormProblem } from '#components/form/form-problem.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogButtons } from '#components/ui/dialog.tsx'
import { NobodyAnswered } from './nobody-answered.tsx'

/** What calling somebody back can ask for, each a server action. */
export interface CallBackActions {
  showNumber: (input: ShowNumberInput) => Promise<ActionResult<RevealedValue & { version: number }>>
  callBack: (input: CallBackInput) => Promise<ActionResult<unknown>>
  /** Begins a call of this agent's; null for who has no calls. */
  beginCallBack: ((input: BeginCallBackInput) => Promise<ActionResult<unknown>>) | null
}

const shownSeconds = 30

/**
 * One call to the contact on file: the number for thirty seconds, and what came of it. The number lives in this
 * component's memory alone.
 */
export function CallBackDialog({
  caseCode, actions, onClose, onNoted, onBegun,
}: {
  caseCode: string
  actions: CallBackActions
  onClose: () => void
  /** Nobody answered, and that is written down: what to say of it. */
  onNoted: (said: string) => void
  onBegun: () => void
}) {
  const t = useTranslations('calling')
  const common = useTranslations('common')
  const [version, setVersion] = useState<number | null>(null)
  const [shown, setShown] = useState<{ value: string; seconds: number } | null>(null)
  const show = useAction(actions.showNumber, {
    quiet: true,
    onDone: (answer) => {
      setVersion(answer.version)
      setShown({ value: answer.value, seconds: shownSeconds })
    },
  })
  const begin = useAction(actions.beginCallBack ?? refused, { quiet: true, onDone: onBegun })
  useEffect(() => {
    if (shown === null) return undefined
    const timer = setTimeout(() => setShown(shown.seconds > 1 ? { ...shown, seconds: shown.seconds - 1 } : null), 1000)
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <Dialog open onOpenChange={onClose} title={t('title')} description={t('text')}>
      <div className="grid gap-4">
        {version !== null && (
          <div className="rounded border border-line-strong px-3.5 py-3" role="status">
            <p className="text-xs text-ink-2">{t('number')}</p>
            {shown === null ? (
              <p className="text-sm text-ink-2">{t('hidden')}</p>
            ) : (
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="font-mono text-lg tracking-wide">{shown.value}</span>
                <span className="text-xs text-warn" aria-live="off">
                  {t('shownFor')} <span className="tabular-nums">{shown.seconds} s</span>
                </span>
              </p>
            )}
          </div>
        )}
        <FormProblem>{show.problem}</FormProblem>
        {shown === null && (
          <Button
            look={version === null ? 'primary' : 'quiet'}
            className="justify-self-start"
            pending={show.pending}
            onClick={() => void show.run({ caseCode })}
          >
            {version === null ? t('show') : t('showAgain')}
          </Button>
        )}
        {version !== null && actions.beginCallBack !== null && (
          <div className="grid gap-1">
            <Button look="primary" pending={begin.pending} onClick={() => void begin.run({ caseCode, version })}>
              {t('reached')}
            </Button>
            <p className="text-xs text-ink-2">{t('reachedHint')}</p>
            <FormProblem>{begin.problem}</FormProblem>
          </div>
        )}
        {version !== null && actions.beginCallBack === null && <p className="text-sm text-ink-2">{t('talks')}</p>}
        {version !== null && (
          <NobodyAnswered
            key={version} caseCode={caseCode} version={version} action={actions.callBack} onNoted={onNoted}
          />
        )}
        {version === null && (
          <DialogButtons>
            <Button onClick={onClose}>{common('back')}</Button>
          </DialogButtons>
        )}
      </div>
    </Dialog>
  )
}

/** Stands where no call can be begun; its button is not there. */
const refused = (): Promise<ActionResult<unknown>> => Promise.resolve({ ok: false, problem: { code: 'not_allowed' } })

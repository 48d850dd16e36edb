'use client'
import { useTranslations } from 'next-intl'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { DeskIdleView } from '#usecases/views/desk.ts'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useDesk } from './desk-context.tsx'

/** A call of mine that ended without an outcome: it comes back until it has one. */
export function UnfinishedCall({ call }: { call: NonNullable<DeskIdleView['unfinishedCall']> }) {
  const t = useTranslations('desk.idle')
  const { actions, refresh } = useDesk()
  const resume = useAction(actions.resumeCall, { onDone: refresh })
  return (
    <div className="mb-8">
      <Callout tone="warn">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span>
            {call.caseCode === null
              ? t('unfinished', { at: call.startedAt })
              : t('unfinishedCase', { at: call.startedAt, caseCode: formatCaseCode(call.caseCode) })}
          </span>
          <Button pending={resume.pending} onClick={() => void resume.run({ callId: call.callId })}>
            {call.resumable ? t('resume') : t('finish')}
          </Button>
        </div>
      </Callout>
    </div>
  )
}

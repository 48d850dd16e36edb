'use client'
import { useTranslations } from 'next-intl'
import type { WayCheckView } from '#usecases/views/desk.ts'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { LockNote } from '#components/data/lock-note.tsx'
import { say } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** "That was not me", said by whoever is on the line to a claim that somebody made earlier. */
export function Objection({ check, callId }: { check: WayCheckView; callId: string }) {
  const t = useTranslations('desk.objection')
  const { actions, refresh } = useDesk()
  const object = useAction(actions.objectToCheck, {
    onDone: () => {
      say('good', t('doneSay'))
      refresh()
    },
  })
  if (check.objection?.key === 'check_objected') return null
  return (
    <div className="mt-1 grid justify-items-start gap-1 border-t border-line pt-2">
      <Button
        look="bad"
        disabled={check.objection !== null}
        pending={object.pending}
        onClick={() => void object.run({ callId, checkId: check.checkId })}
      >
        {t('do')}
      </Button>
      {check.objection !== null && <LockNote lock={check.objection} />}
    </div>
  )
}

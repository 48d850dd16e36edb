'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { CallBarView } from '#usecases/views/desk.ts'
import { useAction } from '#components/form/use-action.ts'
import { useDesk } from './desk-context.tsx'

/** Whether an interpreter takes part in the call: a party of it, noted by one box. */
export function Interpreter({ call }: { call: CallBarView }) {
  const t = useTranslations('desk.bar')
  const { actions, refresh } = useDesk()
  // Shown at once, since it can be taken back; put back where the desk refuses it or the record changes.
  const [present, setPresent] = useState(call.interpreter)
  const [onRecord, setOnRecord] = useState(call.interpreter)
  const note = useAction(actions.setInterpreter, { onDone: refresh, onProblem: () => setPresent(call.interpreter) })
  if (onRecord !== call.interpreter) {
    setOnRecord(call.interpreter)
    setPresent(call.interpreter)
  }
  return (
    <label className="flex min-h-6 items-center gap-1.5 rounded-full bg-sunken px-2.5 text-xs font-medium text-ink-2">
      <input
        type="checkbox"
        className="size-3.5 accent-accent"
        checked={present}
        aria-busy={note.pending || undefined}
        onChange={(event) => {
          // One word at a time: of two that cross, the desk might keep the first.
          if (note.pending) return
          setPresent(event.target.checked)
          void note.run({ callId: call.callId, present: event.target.checked })
        }}
      />
      {t('interpreter')}
    </label>
  )
}

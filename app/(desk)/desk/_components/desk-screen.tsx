'use client'
import { useMemo, useState } from 'react'
import type { DeskView } from '#usecases/views/desk.ts'
import { CallScreen } from './call-screen.tsx'
import type { DeskActions } from './desk-actions.ts'
import { DeskProvider } from './desk-context.tsx'
import { IdleScreen } from './idle-screen.tsx'

/** A call that was offered and is here no more: `to` is whom it was offered to, null for whoever was free. */
export interface TakenCall {
  readonly to: string | null
}

/** The agent's desk: no call yet, or one call. */
export function DeskScreen({ view, actions }: { view: DeskView; actions: DeskActions }) {
  const [before, setBefore] = useState(view)
  const [wrappedUp, setWrappedUp] = useState<string | null>(null)
  const [taken, setTaken] = useState<TakenCall | null>(null)
  const noticing = useMemo<DeskActions>(
    () => ({
      ...actions,
      async wrapUp(input) {
        const result = await actions.wrapUp(input)
        if (result.ok) setWrappedUp(input.callId)
        return result
      },
    }),
    [actions],
  )
  if (before !== view) {
    setBefore(view)
    if (view.state === 'call') setTaken(null)
    else if (before.state === 'call') setTaken(takenFrom(before.call, view.unfinishedCall?.callId ?? wrappedUp))
  }
  return (
    <DeskProvider actions={noticing}>
      {view.state === 'idle' ? (
        <IdleScreen view={view} taken={taken} />
      ) : (
        <CallScreen key={view.call.callId} view={view} />
      )}
    </DeskProvider>
  )
}

/** An offered call that is gone was taken, unless it ended here. */
function takenFrom(
  { callId, offered }: Extract<DeskView, { state: 'call' }>['call'],
  ended: string | null,
): TakenCall | null {
  return offered === null || ended === callId ? null : { to: offered.to }
}

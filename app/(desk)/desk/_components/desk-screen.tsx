'use client'
import type { DeskView } from '#usecases/views/desk.ts'
import { CallScreen } from './call-screen.tsx'
import type { DeskActions } from './desk-actions.ts'
import { DeskProvider } from './desk-context.tsx'
import { IdleScreen } from './idle-screen.tsx'

/** The agent's desk: no call yet, or one call. */
export function DeskScreen({ view, actions }: { view: DeskView; actions: DeskActions }) {
  return (
    <DeskProvider actions={actions}>
      {view.state === 'idle' ? <IdleScreen view={view} /> : <CallScreen key={view.call.callId} view={view} />}
    </DeskProvider>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { DeskIdleView } from '#usecases/views/desk.ts'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { CallBacks } from './call-backs.tsx'
import { IncomingCall } from './incoming-call.tsx'
import { LookUpField } from './look-up-field.tsx'
import { OfferedCalls } from './offered-calls.tsx'
import { UnfinishedCall } from './unfinished-call.tsx'
import { YoursToMove } from './yours-to-move.tsx'

/** No call yet: a call to take, a large look-up field, and what waits for this agent. */
export function IdleScreen({ view }: { view: DeskIdleView }) {
  const t = useTranslations('desk.idle')
  // A colleague may hand a call over at any moment.
  useLookAgain(true, 5000)
  return (
    <div className="gutter mx-auto max-w-[980px] py-10 desk:py-16">
      {view.incoming !== null && <IncomingCall incoming={view.incoming} />}
      <OfferedCalls lines={view.offered} />
      {view.unfinishedCall !== null && <UnfinishedCall call={view.unfinishedCall} />}
      <h1 className="text-2xl font-semibold tracking-[-0.01em]">{t('title')}</h1>
      <LookUpField callId={null} label={t('field')} homeCountry={view.homeCountry} waits={view.incoming !== null} />
      <div className="mt-12 grid gap-x-8 gap-y-10 md:grid-cols-2">
        <YoursToMove lines={view.yoursToMove} now={view.now} />
        <CallBacks lines={view.callBacks} />
      </div>
    </div>
  )
}

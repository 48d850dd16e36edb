'use client'
import { useTranslations } from 'next-intl'
import type { DeskIdleView } from '#usecases/views/desk.ts'
import { useLookAgain } from '#components/shell/use-look-again.ts'
import { Callout } from '#components/ui/callout.tsx'
import { BeginCall } from './begin-call.tsx'
import { CallBacks } from './call-backs.tsx'
import type { TakenCall } from './desk-screen.tsx'
import { IncomingCall } from './incoming-call.tsx'
import { LookUpField } from './look-up-field.tsx'
import { OfferedCalls } from './offered-calls.tsx'
import { UnfinishedCall } from './unfinished-call.tsx'
import { YoursToMove } from './yours-to-move.tsx'

/** No call yet: a call to take, a large look-up field, and what waits for this agent. */
export function IdleScreen({ view, taken }: { view: DeskIdleView; taken: TakenCall | null }) {
  const t = useTranslations('desk.idle')
  const handOver = useTranslations('desk.handOver')
  // A colleague may hand a call over at any moment.
  useLookAgain(true, 5000)
  return (
    <div className="gutter mx-auto max-w-[980px] py-10 desk:py-16">
      <div role="status">
        {taken !== null && (
          <div className="mb-8">
            <Callout tone="info">
              {taken.to === null ? handOver('taken') : handOver('takenBy', { who: taken.to })}
            </Callout>
          </div>
        )}
      </div>
      {view.incoming !== null && <IncomingCall incoming={view.incoming} />}
      <OfferedCalls lines={view.offered} />
      {view.unfinishedCall !== null && <UnfinishedCall call={view.unfinishedCall} />}
      <h1 className="text-2xl font-semibold tracking-[-0.01em]">{t('title')}</h1>
      <LookUpField
        callId={null}
        label={t('field')}
        homeCountry={view.homeCountry}
        // A note that was being typed to a call which is gone must not become a look-up.
        waits={view.incoming !== null || view.offered.length > 0 || taken !== null}
      />
      <BeginCall />
      <div className="mt-12 grid gap-x-8 gap-y-10 md:grid-cols-2">
        <YoursToMove lines={view.yoursToMove} now={view.now} />
        <CallBacks lines={view.callBacks} />
      </div>
    </div>
  )
}

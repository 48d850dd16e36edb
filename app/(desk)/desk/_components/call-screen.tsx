'use client'
import type { DeskCallView } from '#usecases/views/desk.ts'
import { AnotherCall } from './another-call.tsx'
import { CallBar } from './call-bar.tsx'
import { CallPeople } from './call-people.tsx'
import { ErasedPerson } from './erased-person.tsx'
import { OfferedNote } from './hand-over.tsx'
import { LockedPerson } from './locked-person.tsx'
import { NobodyShown } from './nobody-shown.tsx'
import { useLinkNews } from './use-link-news.ts'
import { VerifiedPerson } from './verified-person.tsx'

/** One call: the bar on top, and below it as much of the person as this call's assurance opens. */
export function CallScreen({ view }: { view: DeskCallView }) {
  const { person } = view
  useLinkNews(view)
  return (
    <div className="flex min-h-full flex-col">
      <CallBar call={view.call} now={view.now} outcomes={view.outcomes} />
      <AnotherCall incoming={view.incoming} />
      <OfferedNote call={view.call} />
      <CallPeople key={person.found} view={view} />
      {person.found === 'verified' && <VerifiedPerson view={view} person={person} />}
      {person.found === 'locked' && <LockedPerson view={view} person={person} />}
      {person.found === 'erased' && <ErasedPerson view={view} person={person} />}
      {person.found !== 'verified' && person.found !== 'locked' && person.found !== 'erased' && (
        <NobodyShown view={view} person={person} />
      )}
    </div>
  )
}

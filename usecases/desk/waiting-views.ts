import { seesNumbersFirst } from '#domain/request/numbers-first.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { needsTelling, readingUntil } from '#domain/request/telling.ts'
import { pauseOf } from '#domain/request/pause.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { scopeRef } from '../present/service-ref.ts'
import type { ChoiceView, WaitingView } from '../views/desk.ts'
import { isQuietSince, isTakenDown } from './is-quiet.ts'

/**
 * What of this person waits for them: to be called back and told again, or only to be verified. A case of this very
 * call is not among them, since whoever is steering the caller looks on; but for one that was only taken down in it,
 * while a system could not be asked.
 */
export function waitingViews(
  open: readonly StoredRequest[],
  call: Pick<CallRecord, 'id' | 'startedAt'>,
  choices: readonly ChoiceView[],
  settings: RequestSettings,
): WaitingView[] {
  return open.flatMap(({ request, origin }) => {
    const pause = pauseOf(request, 'parked')
    const service = scopeRef(request.scope)
    const choice = choices.find((one) => one.kind === request.kind && one.service?.key === service?.key)
    const unverified = request.state === 'awaiting_verification' && request.pauses.length === 0
    const takenDown = isTakenDown(request) && origin.callId === call.id
    const waits = (pause !== null || unverified) && origin.callId !== call.id && !isQuietSince(request, call.startedAt)
    if (!waits && !takenDown) return []
    // What nobody chooses here was asked for elsewhere: an objection by letter has no words to read out before it.
    if (choice === undefined && request.kind !== 'objection') return []
    return [{
      caseCode: request.caseCode,
      version: request.version,
      kind: request.kind,
      service,
      why: takenDown ? 'taken_down' : pause === null ? 'unverified' : 'parked',
      since: pause?.since ?? request.since,
      tries: pause?.tries ?? 0,
      readUntil: readingUntil(request, settings),
      pressed: pause?.reason === 'under_pressure',
      mustTell: pause !== null && needsTelling(request),
      numbersFirst: (takenDown || request.state === 'awaiting_verification') && seesNumbersFirst(request.kind, settings),
      script: choice?.script ?? null,
    }]
  })
}

import { needsTelling } from '#domain/request/context.ts'
import { pauseOf } from '#domain/request/pause.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { scopeRef } from '../present/service-ref.ts'
import type { ChoiceView, WaitingView } from '../views/desk.ts'
import { isQuietSince } from './is-quiet.ts'

/**
 * What of this person waits for them: to be called back and told again, or only to be verified. A case of this very
 * call is not among them: whoever is steering the caller looks on.
 */
export function waitingViews(
  open: readonly StoredRequest[],
  call: Pick<CallRecord, 'id' | 'startedAt'>,
  choices: readonly ChoiceView[],
): WaitingView[] {
  return open.flatMap(({ request, origin }) => {
    const pause = pauseOf(request, 'parked')
    const service = scopeRef(request.scope)
    const choice = choices.find((one) => one.kind === request.kind && one.service?.key === service?.key)
    const unverified = request.state === 'awaiting_verification' && request.pauses.length === 0
    if ((pause === null && !unverified) || origin.callId === call.id || choice === undefined) return []
    if (isQuietSince(request, call.startedAt)) return []
    return [{
      caseCode: request.caseCode,
      version: request.version,
      kind: request.kind,
      service,
      why: pause === null ? 'unverified' : 'parked',
      since: pause?.since ?? request.since,
      tries: pause?.tries ?? 0,
      pressed: pause?.reason === 'under_pressure',
      mustTell: pause !== null && needsTelling(request),
      script: choice.script,
    }]
  })
}

import { needsTelling } from '#domain/request/context.ts'
import { pauseOf } from '#domain/request/pause.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { scopeRef } from '../present/service-ref.ts'
import type { ChoiceView, ParkedView } from '../views/desk.ts'

/**
 * What of this person waits for a call-back, with the words to tell it again. A case parked in this very call is not
 * among them: whoever is steering the caller looks on.
 */
export function parkedViews(
  open: readonly StoredRequest[],
  callId: string,
  choices: readonly ChoiceView[],
): ParkedView[] {
  return open.flatMap(({ request, origin }) => {
    const pause = pauseOf(request, 'parked')
    const service = scopeRef(request.scope)
    const choice = choices.find((one) => one.kind === request.kind && one.service?.key === service?.key)
    if (pause === null || origin.callId === callId || choice === undefined) return []
    return [{
      caseCode: request.caseCode,
      version: request.version,
      kind: request.kind,
      service,
      since: pause.since,
      tries: pause.tries,
      pressed: pause.reason === 'under_pressure',
      mustTell: needsTelling(request),
      script: choice.script,
    }]
  })
}

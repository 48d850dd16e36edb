import { wakeAt } from '#domain/request/due-events.ts'
import { settledAt } from '#domain/request/kept-records.ts'
import { shownPause } from '#domain/request/pause.ts'
import type { Request } from '#domain/request/request.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { turnOf } from '#domain/request/turn.ts'
import { toDate, toDateOrNull } from '../time.ts'

/** The columns that repeat parts of the aggregate, for lists and for the worker; written in the same statement. */
export function requestColumns(request: Request, decideBy: number | null, settings: RequestSettings) {
  // A pause that was put before a supervisor since stays theirs; for everything else the turn is as it began.
  const at = Math.max(request.since, ...request.escalated.map((one) => one.at))
  const turn = turnOf(request, at, settings)
  return {
    kind: request.kind,
    scope: request.scope.scope,
    serviceKey: request.scope.scope === 'service' ? request.scope.service : null,
    state: request.state,
    pause: shownPause(request)?.kind ?? null,
    turnRole: turn.role,
    turnHuman: turn.who,
    turnAt: toDate(turn.at),
    openedAt: toDate(request.openedAt),
    receivedAt: toDate(request.receivedAt),
    dueAt: toDate(request.dueAt),
    decideBy: toDateOrNull(decideBy),
    endedAt: toDateOrNull(request.endedAt),
    wakeAt: toDateOrNull(wakeAt(request, settings)),
    planHash: request.planHash,
    about: request.about,
    settledAt: toDateOrNull(settledAt(request)),
  }
}

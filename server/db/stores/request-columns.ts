import { shownPause } from '#domain/request/pause.ts'
import type { Request } from '#domain/request/request.ts'
import { defaultRequestSettings, type RequestSettings } from '#domain/request/settings.ts'
import { isFinal } from '#domain/request/states.ts'
import { turnOf } from '#domain/request/turn.ts'
import { toDate, toDateOrNull } from '../time.ts'

/** The columns that repeat parts of the aggregate, for lists and for the worker; written in the same statement. */
export function requestColumns(request: Request, decideBy: number | null, settings: RequestSettings = defaultRequestSettings) {
  const turn = turnOf(request, request.since, settings)
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
  }
}

/**
 * The earliest moment at which the worker has something to look at, epoch ms; null when nothing is left to come. It
 * may wake too early, which costs a look, and never too late.
 */
export function wakeAt(request: Request, settings: RequestSettings): number | null {
  const moments: number[] = []
  for (const item of request.outcome?.rest ?? []) {
    if (item.holdRef === null && item.until !== null) moments.push(item.until)
  }
  if (request.waiting !== null) moments.push(request.waiting.until)
  if (isFinal(request.state)) {
    if (request.errorFinding !== null) moments.push(request.errorFinding.at + settings.incidentMs)
    return earliest(moments)
  }
  if (request.duePassedAt === null) moments.push(request.dueAt)
  if (request.pauses.length === 0) moments.push(request.clock.at)
  if (!request.escalated.some((said) => said.of === 'decide_by')) {
    moments.push(request.decideBy - settings.escalateBeforeMs)
  }
  for (const pause of request.pauses) {
    if (pause.kind === 'disputed') moments.push(pause.until)
    if (pause.kind === 'on_hold') moments.push(...pause.holds.map((hold) => hold.reviewOn))
    if (pause.kind === 'parked') {
      moments.push(pause.since + settings.parkEscalateMs)
      if (pause.inWritingAt !== null) moments.push(pause.inWritingAt + settings.readingMs)
    }
  }
  return earliest(moments)
}

const earliest = (moments: readonly number[]): number | null => (moments.length === 0 ? null : Math.min(...moments))

/** What of a request is shown, and what is derived from it alone. */

import { parkReason, type Request } from './request.ts'
import { isFinal, type RequestState } from './states.ts'
import { shownPause, type Pause, type PauseKind } from './pause.ts'

/** The state to show: the first pause that lies over it, else the state itself. */
export function shownState(request: Request): RequestState | PauseKind {
  return shownPause(request)?.kind ?? request.state
}

/** Without the pause of holds that the person may not be told of: for whoever speaks to them, and for the app. */
export function withoutSecretHolds(request: Request): Request {
  const secret = (pause: Pause) => pause.kind === 'on_hold' && pause.holds.every(({ mayNotTell }) => mayNotTell)
  return { ...request, pauses: request.pauses.filter((pause) => !secret(pause)) }
}

/**
 * The state as an agent's screen shows it. A case parked for somebody under pressure looks submitted, so that
 * whoever is steering the caller, and looks on, learns nothing (§5.2 parked); a hold that the person may not be told of
 * does not show at all.
 */
export function agentSees(request: Request): RequestState | PauseKind {
  const shown = shownState(withoutSecretHolds(request))
  return shown === 'parked' && parkReason(request) === 'under_pressure' ? 'awaiting_approval' : shown
}

/**
 * True while this deletion restricts the use of the enrolments it names: it is verified and unfinished
 * (§5.2).
 */
export function restricts(request: Request): boolean {
  const verified = request.kind === 'deletion' && request.verifiedAt !== null
  return verified && request.endedAt === null && !isFinal(request.state)
}

import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { levelToCancel } from '#domain/request/assurance-needed.ts'
import type { Request } from '#domain/request/request.ts'
import { isBeforeExecuting, isFinal } from '#domain/request/states.ts'
import type { Actor } from '../actor.ts'
import type { CaseView } from '../views/case.ts'
import type { Lock } from '../views/phrase.ts'

/**
 * What this reader can do with a case, with a person of it verified to `level` in their own call. What is never theirs
 * is absent.
 */
export function caseActions(request: Request, actor: Actor, level: AssuranceLevel): CaseView['actions'] {
  if (actor.type !== 'staff') return {}
  if (actor.role === 'agent') return ofAgent(request, actor.humanRef, level)
  return actor.role === 'supervisor' ? ofSupervisor(request) : {}
}

function ofAgent(request: Request, human: string, level: AssuranceLevel): CaseView['actions'] {
  if (isFinal(request.state)) return {}
  const cancel = cancelLock(request, level)
  return request.state === 'returned' && request.returnedTo === human ? { cancel, answer: null } : { cancel }
}

/** Only the person takes a request back: whoever says so on the line is verified first. */
function cancelLock(request: Request, level: AssuranceLevel): Lock | null {
  if (!isBeforeExecuting(request.state)) return { key: 'too_late' }
  return level >= levelToCancel ? null : { key: 'needs_level', params: { level: levelToCancel } }
}

function ofSupervisor(request: Request): CaseView['actions'] {
  const actions: CaseView['actions'] = { liftHold: null }
  if (!isFinal(request.state)) actions.hold = null
  if (request.state === 'needs_attention') actions.retry = null
  if (request.state === 'awaiting_approval') actions.decide = null
  return actions
}

import type { Request } from '#domain/request/request.ts'
import { isBeforeExecuting, isFinal } from '#domain/request/states.ts'
import type { Actor } from '../actor.ts'
import type { CaseView } from '../views/case.ts'
import type { Lock } from '../views/phrase.ts'

/** What this reader can do with a case; what is never theirs is absent. */
export function caseActions(request: Request, actor: Actor): CaseView['actions'] {
  if (actor.type !== 'staff') return {}
  if (actor.role === 'agent') return ofAgent(request, actor.humanRef)
  return actor.role === 'supervisor' ? ofSupervisor(request) : {}
}

function ofAgent(request: Request, human: string): CaseView['actions'] {
  const tooLate: Lock = { key: 'too_late' }
  const cancel = isBeforeExecuting(request.state) ? null : tooLate
  if (isFinal(request.state)) return {}
  return request.state === 'returned' && request.returnedTo === human ? { cancel, answer: null } : { cancel }
}

function ofSupervisor(request: Request): CaseView['actions'] {
  const actions: CaseView['actions'] = { liftHold: null }
  if (!isFinal(request.state)) actions.hold = null
  if (request.state === 'needs_attention') actions.retry = null
  if (request.state === 'awaiting_approval') actions.decide = null
  return actions
}

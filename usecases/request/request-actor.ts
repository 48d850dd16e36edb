import type { RequestActor } from '#domain/request/actor.ts'
import type { Actor } from '../actor.ts'
import { notAllowed } from '../errors.ts'

/** Who causes an event, as the request machine names them. @throws NotAllowed for nobody */
export function requestActor(actor: Actor): RequestActor {
  switch (actor.type) {
    case 'staff':
      return { type: 'staff', human: actor.humanRef, role: actor.role }
    case 'client':
      return { type: 'client', client: actor.name }
    case 'system':
      return { type: 'system' }
    case 'operator':
      return { type: 'operator' }
    case 'nobody':
      throw notAllowed('sign_in_needed')
  }
}

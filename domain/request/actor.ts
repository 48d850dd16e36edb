/**
 * Who causes an event of a request. `human` is the personnel number: two log-ins of one human are one
 * human.
 */

export type StaffRole = 'agent' | 'supervisor' | 'auditor' | 'administrator'

export type RequestActor =
  | { type: 'staff'; human: string; role: StaffRole }
  /** The operator's app and the case system. */
  | { type: 'client'; client: string }
  /** The worker. */
  | { type: 'system' }
  /** The person, by a one-time link sent to a contact on file. */
  | { type: 'person' }
  /** Whoever answers a notice that went to a contact on file: the old contact that says "that was not me". */
  | { type: 'contact' }
  /** The operator's command line, which decides nothing. */
  | { type: 'operator' }

/** The same, as the table names them. */
export type ActorRule = 'agent' | 'supervisor' | 'client' | 'system' | 'person' | 'contact'

export function actorRule(actor: RequestActor): ActorRule | null {
  if (actor.type === 'operator') return null
  if (actor.type !== 'staff') return actor.type
  return actor.role === 'agent' || actor.role === 'supervisor' ? actor.role : null
}

/** The human behind the event, or null when it was a machine, the person or a contact. */
export function humanOf(actor: RequestActor): string | null {
  return actor.type === 'staff' ? actor.human : null
}

/** The four roles of staff (domain.md §2). One human has one role per log-in. */
export const roles = ['agent', 'supervisor', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who can ask for anything at all. `operator` has a shell on the machine; `nobody` is not signed in. */
export const actorKinds = ['staff', 'client', 'system', 'operator', 'nobody'] as const
export type ActorKind = (typeof actorKinds)[number]

/** The scopes that a machine client can hold (interface.md, HTTP API). */
export const clientScopes = [
  'subjects.write',
  'consents.write',
  'consents.read',
  'holds.write',
  'gate',
  'requests.write',
  'requests.read',
  'log.read',
  'metrics',
] as const
export type ClientScope = (typeof clientScopes)[number]

/** Whether a typed text is one of the scopes. */
export const isClientScope = (text: string): text is ClientScope =>
  (clientScopes as readonly string[]).includes(text)

/** Whether a typed text is one of the roles. */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

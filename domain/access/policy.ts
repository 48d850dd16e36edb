import type { ActorKind, ClientScope, Role } from './actor-kinds.ts'
import type { Condition } from './conditions.ts'
import { policyTable, type Grantee, type Grants, type Permission } from './policy-table.ts'

export type { ActorKind, ClientScope, Role } from './actor-kinds.ts'
export type { Permission } from './policy-table.ts'

/**
 * What the policy looks at in an actor: its kind, and the role or scopes that the database says it has now.
 */
export type PolicyActor =
  | { readonly type: 'staff'; readonly role: Role }
  | { readonly type: 'client'; readonly scopes: readonly string[] }
  | { readonly type: 'system' | 'operator' | 'nobody' }

export type PolicyRefusal = 'sign_in_needed' | 'role_not_permitted' | 'scope_missing' | 'not_permitted'

/**
 * Allowed, with what must hold beside it; or refused, with the reason as a code (message key
 * `denied.<reason>`).
 */
export type PolicyAnswer =
  | { readonly ok: true; readonly conditions: readonly Condition[] }
  | { readonly ok: false; readonly reason: PolicyRefusal }

/** Every permission, in the order of the table. */
export const permissions = Object.keys(policyTable) as Permission[]

const refusalFor: Readonly<Record<ActorKind, PolicyRefusal>> = {
  staff: 'role_not_permitted',
  client: 'scope_missing',
  system: 'not_permitted',
  operator: 'not_permitted',
  nobody: 'sign_in_needed',
}

/**
 * Whether this actor may use this permission at all. Deny by default: an unknown permission, role or scope is
 * refused. `conditions` name what the command still has to see to (domain/access/conditions.ts).
 *
 * Only the two runners enforce it; screens call it to hide what would be refused, never to protect.
 */
export function can(actor: PolicyActor, permission: Permission): PolicyAnswer {
  if (!Object.hasOwn(policyTable, permission)) return { ok: false, reason: 'not_permitted' }
  const grants: Grants = policyTable[permission]
  for (const grantee of granteesOf(actor)) {
    const conditions = Object.hasOwn(grants, grantee) ? grants[grantee] : undefined
    if (conditions !== undefined) return { ok: true, conditions }
  }
  return { ok: false, reason: refusalFor[actor.type] ?? 'not_permitted' }
}

/** The names under which the table can let this actor in. */
function granteesOf(actor: PolicyActor): Grantee[] {
  if (actor.type === 'staff') return [actor.role]
  if (actor.type === 'client') return actor.scopes.map((scope) => `scope:${scope as ClientScope}` as const)
  return [actor.type]
}

import type { Role } from '#domain/access/policy.ts'

/** A signed-in member of staff, as the database says at this moment. */
export interface StaffActor {
  readonly type: 'staff'
  readonly id: string
  readonly humanRef: string
  readonly displayName: string
  readonly role: Role
  readonly locale: string
  readonly sessionId: string
  /** Epoch ms from which a right to decide may be used; null for who has none. */
  readonly mayDecideFrom: number | null
}

/** A machine client with its scopes. */
export interface ClientActor {
  readonly type: 'client'
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly maxAssurance: number
}

/** Our own worker; `id` names the part of it (`worker`, `sealer`). */
export interface SystemActor {
  readonly type: 'system'
  readonly id: string
}

/** Whoever has a shell on the machine: sets up, imports, exports; decides nothing and looks nobody up. */
export interface OperatorActor {
  readonly type: 'operator'
  readonly id: 'operator'
}

/** Nobody yet: signing in, or a session that ended. */
export interface NobodyActor {
  readonly type: 'nobody'
  readonly id: 'nobody'
}

export type Actor = StaffActor | ClientActor | SystemActor | OperatorActor | NobodyActor

/**
 * What a caller brings: a claim that the runner resolves against the database on every call.
 * `via` is `post` only where a person or client asked on purpose (an action, a POST route): audited
 * queries by staff are refused otherwise, since prefetch, HEAD and metadata render whole pages.
 * `pulse` is a page that asks by itself: nobody need sit before it, so it does not count as being seen.
 */
export type Principal =
  | { readonly kind: 'session'; readonly sessionId: string; readonly via: 'post' | 'get' | 'pulse' }
  | { readonly kind: 'client'; readonly clientId: string }
  | { readonly kind: 'system'; readonly id: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'nobody' }

/** The human behind a staff actor, or null: separation of duties goes by human. */
export const humanOf = (actor: Actor): string | null => (actor.type === 'staff' ? actor.humanRef : null)

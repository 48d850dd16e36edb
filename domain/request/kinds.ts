/** The rights a person can exercise, and what each is about (domain book §3 "Request", §5.3). */

export const requestKinds = [
  'consent_withdrawal',
  'deregistration',
  'deletion',
  'access',
  'void_enrolment',
  'objection',
  'ineligibility',
  'ineligibility_correction',
] as const

export type RequestKind = (typeof requestKinds)[number]

export type Scope = { scope: 'service'; service: string } | { scope: 'account' }

/** Whether two requests are about some of the same data. */
export const overlap = (a: Scope, b: Scope): boolean =>
  a.scope === 'account' || b.scope === 'account' || a.service === b.service

/**
 * Kinds whose tasks destroy data, and which are therefore re-checked before they are completed
 * (invariant 7).
 */
export const erasingKinds = ['deletion', 'deregistration', 'void_enrolment'] as const satisfies RequestKind[]

/** Kinds that change a consent, a mark or a mind, and destroy nothing: nothing is left to ask again. */
export const changingKinds = [
  'consent_withdrawal',
  'objection',
  'ineligibility',
  'ineligibility_correction',
] as const satisfies RequestKind[]

/**
 * Kinds that a person or the system may ask for. A mark without a deletion is asked for by staff alone
 * (§5.3).
 */
export const kindsForAnybody = requestKinds.filter((kind) => kind !== 'ineligibility')

/**
 * Kinds that are about the registry entry alone: staff ask for them, and whoever opened one may cancel
 * it.
 */
export const markKinds = ['ineligibility', 'ineligibility_correction'] as const satisfies RequestKind[]

/**
 * Kinds that stay possible for somebody who was erased: nothing else is left to exercise a right on
 * (§5.4).
 */
export const kindsForErased = ['objection', 'ineligibility_correction'] as const satisfies RequestKind[]

/**
 * Kinds of which a dispute or an objection can find that they were carried out in error (§5.2 "erased
 * in error").
 */
export const undoableKinds = [...erasingKinds, 'ineligibility'] as const satisfies RequestKind[]

export function isErasing(kind: RequestKind): boolean {
  return (erasingKinds as readonly RequestKind[]).includes(kind)
}

export function isMarkKind(kind: RequestKind): boolean {
  return (markKinds as readonly RequestKind[]).includes(kind)
}

/** The one choice that a consent_withdrawal is about. */
export type PurposeNamed = {
  key: string
  /** The service rests on this purpose: withdrawing it is the service's deregistration (§5.3). */
  restsOn: boolean
  /** Marketing or another opt-out, for which laws forbid to ask for proof (§5.1). */
  optOut: boolean
}

import type { Actor } from './actor.ts'

/** Who changed something, as set-up screens show it: a personnel number, or `operator`. */
export const actorLabel = (actor: Actor): string => (actor.type === 'staff' ? actor.humanRef : actor.id)

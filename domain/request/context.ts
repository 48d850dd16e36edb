/** What a condition, guard or step is given, and the small questions that several of them ask. */

import { assuranceNeeded, type AssuranceLevel } from './assurance-needed.ts'
import type { Effect } from './effects.ts'
import type { EventOf, EventType, RequestEvent } from './events.ts'
import type { Facts } from './facts.ts'
import { holdEffect, type HoldEffect } from './hold.ts'
import type { Request } from './request.ts'

export interface StepContext {
  request: Request
  event: RequestEvent
  facts: Facts
}

export interface StepResult {
  next: Request
  effects: readonly Effect[]
}

/** The event as the type that the row names. Throws only when a row of the table names the wrong step. */
export function as<T extends EventType>(event: RequestEvent, type: T): EventOf<T> {
  if (event.type !== type) throw new TypeError(`a step for ${type} was given ${event.type}`)
  return event as EventOf<T>
}

/** The level this event brings for a subject; an app's word is capped (§5.1). */
export function levelOf(c: StepContext, subjectId: string): AssuranceLevel {
  const level = c.facts.subjects.find((s) => s.subjectId === subjectId)?.level ?? 0
  if (c.event.by.type !== 'client') return level
  return Math.min(level, c.facts.settings.clientMaxLevel) as AssuranceLevel
}

/** The level that the request was submitted with: what only waited to be read goes on with that (§5.2 parked). */
export function levelSubmitted({ request }: StepContext, subjectId: string): AssuranceLevel {
  return request.subjects.find((s) => s.subjectId === subjectId)?.level ?? 0
}

/** Every subject is known and has the level that §5.1 asks for this kind. */
export function isVerified(c: StepContext, levelIn: typeof levelOf = levelOf): boolean {
  const { request, facts } = c
  if (request.subjects.length === 0) return false
  return request.subjects.every((subject) => {
    const fact = facts.subjects.find((s) => s.subjectId === subject.subjectId)
    const needed = assuranceNeeded(request.kind, {
      contactChangedDaysAgo: fact?.contactChangedDaysAgo ?? null,
      sensitive: facts.sensitive,
      optOut: request.purpose?.optOut ?? false,
      askedByPerson: request.askedByPerson,
      fromConsentEvent: request.source.type === 'consent_event',
      contactChangedDays: facts.settings.contactChangedDays,
    })
    return levelIn(c, subject.subjectId) >= needed
  })
}

/**
 * Whether this request, with this plan, waits for a supervisor (§5.2, the two rows "submit once
 * verified").
 */
export function needsApproval(c: StepContext): boolean {
  const { request, facts } = c
  if (!facts.settings.approvalNotNeeded.includes(request.kind)) return true
  switch (request.kind) {
    case 'deletion':
    case 'objection':
    case 'ineligibility':
    case 'ineligibility_correction':
      return true
    case 'access':
      return facts.sensitive
    case 'deregistration':
    case 'void_enrolment':
      return facts.plan?.beyondNamed ?? true
    case 'consent_withdrawal':
      return false
  }
}

/** What today's holds do to this request. */
export function holdsOn(request: Request, facts: Pick<Facts, 'holds' | 'plan'>): HoldEffect {
  const systems = (request.frozen ?? facts.plan)?.systems.map((s) => s.system) ?? []
  return holdEffect(facts.holds, request.kind, request.scope, request.subjects.map((s) => s.subjectId), systems)
}

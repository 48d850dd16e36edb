/** Steps of opening a request and of what is learned before it is submitted. */

import { humanOf } from '../actor.ts'
import { as, type StepContext, type StepResult } from '../context.ts'
import type { EventOf, NamedSubject } from '../events.ts'
import type { Request, RequestSubject } from '../request.ts'
import { withPart } from '../separation.ts'
import type { RequestSettings } from '../settings.ts'

function subjectsOf(named: readonly NamedSubject[]): RequestSubject[] {
  return named.map((s) => ({ ...s, level: 0 }))
}

/**
 * The request that an `open` event describes, before any guard has looked at it. Withdrawing the purpose that a
 * service rests on *is* its deregistration (§5.3), whatever it was asked as.
 */
export function draftOf(event: EventOf<'open'>, settings: RequestSettings): Request {
  const isDeregistration = event.kind === 'consent_withdrawal' && event.purpose?.restsOn === true
  return {
    id: event.id,
    caseCode: event.caseCode,
    kind: isDeregistration ? 'deregistration' : event.kind,
    askedAs: event.kind,
    scope: event.scope,
    purpose: event.purpose,
    about: event.about,
    subjects: subjectsOf(event.subjects),
    source: event.source,
    openedBy: event.by,
    askedByPerson: event.askedByPerson,
    state: 'open',
    version: 0,
    since: event.at,
    clock: { code: 'abandon', at: event.at + settings.abandonAfterMs },
    interruptedMs: null,
    pauses: [],
    waiting: null,
    openedAt: event.at,
    receivedAt: event.receivedAt,
    callEndedAt: null,
    promisedCallAt: null,
    dueAt: event.dueAt,
    decideBy: event.decideBy,
    lawVersion: event.lawVersion,
    acknowledgedAt: null,
    extended: null,
    duePassedAt: null,
    endedAt: null,
    told: event.told,
    objectionOpened: false,
    submittedAt: null,
    verifiedAt: null,
    parts: [],
    planHash: null,
    marks: [],
    approvals: [],
    approvers: [],
    returns: 0,
    returnedTo: null,
    returnUnanswered: false,
    coolingOffLeftMs: null,
    frozen: null,
    markedAt: null,
    accessGrace: {},
    copySentAt: null,
    releasedAt: null,
    hastenedUntil: null,
    attention: [],
    proposals: [],
    restRunning: null,
    firstCleanAt: null,
    disputes: 0,
    errorFinding: null,
    answered: null,
    erasedInError: null,
    escalated: [],
    outcome: null,
    rejection: null,
  }
}

/** Who took it in and told the consequence is written down with the opening. */
export function opened({ request, event }: StepContext): StepResult {
  const human = humanOf(event.by)
  const inCall = request.source.type === 'call' || request.source.type === 'staff'
  let next = withPart(request, human, inCall ? 'opened' : 'took_in', event.at)
  if (request.told) next = withPart(next, human, 'told', event.at)
  return { next, effects: [] }
}

/**
 * The person is known from here on: whoever is on file is told of what was asked for in their name, and a date that
 * moved into the future has not passed.
 */
export function subjectsNamed({ request, event }: StepContext): StepResult {
  const { subjects, receivedAt, dueAt, decideBy, lawVersion } = as(event, 'name_subjects')
  const next: Request = {
    ...request,
    subjects: subjectsOf(subjects),
    receivedAt: Math.min(request.receivedAt, receivedAt),
    dueAt,
    decideBy,
    lawVersion,
    duePassedAt: dueAt > event.at ? null : request.duePassedAt,
    acknowledgedAt: request.acknowledgedAt ?? event.at,
  }
  return {
    next: withPart(next, humanOf(event.by), 'edited', event.at),
    effects: [{ type: 'notify', template: 'acknowledged', to: 'contact_on_file' }],
  }
}

export function consequenceTold({ request, event }: StepContext): StepResult {
  const { told } = as(event, 'tell')
  return { next: withPart({ ...request, told }, humanOf(event.by), 'told', event.at), effects: [] }
}

export function partTaken({ request, event }: StepContext): StepResult {
  const { human, part } = as(event, 'take_part')
  return { next: withPart(request, human, part, event.at), effects: [] }
}

/** The 24 hours after which an open request counts as abandoned run from the end of the call. */
export function callEnded({ request, event, facts }: StepContext): StepResult {
  const { promisedCallAt } = as(event, 'call_ended')
  const end = event.at + facts.settings.abandonAfterMs
  const paused = request.interruptedMs !== null
  const next: Request = {
    ...request,
    callEndedAt: event.at,
    promisedCallAt,
    clock: paused ? request.clock : { ...request.clock, at: end },
    interruptedMs: paused ? facts.settings.abandonAfterMs : null,
  }
  return { next, effects: [] }
}

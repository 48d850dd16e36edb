/** Steps from an open request to one that is decided, runs, or was given up. */

import { humanOf } from '../actor.ts'
import { levelOf, type StepContext, type StepResult } from '../context.ts'
import type { Effect, NoticeTo } from '../effects.ts'
import { cancelledNotice, rejectedNotice, submittedNotice } from '../fitting-notice.ts'
import { forgetEscalation } from '../escalation.ts'
import { lay, lift, type ParkReason } from '../pause.ts'
import type { Rejection, Request } from '../request.ts'
import { withPart } from '../separation.ts'
import { enter } from '../transition.ts'
import { run } from './running.ts'

/**
 * The objection that somebody voices who heard the consequence and does not accept it: opened once
 * (invariant 5).
 */
export function objectionHeard(request: Request): StepResult {
  if (request.told?.result !== 'objects' || request.objectionOpened) return { next: request, effects: [] }
  return { next: { ...request, objectionOpened: true }, effects: [{ type: 'open_objection' }] }
}

function parkedForTelling(c: StepContext, request: Request, reason: ParkReason, promisedAt: number | null): StepResult {
  const { event, facts } = c
  const waiting = enter(request, 'awaiting_verification', event.at, facts.settings)
  const next = lay(
    waiting,
    {
      kind: 'parked',
      since: event.at,
      reason,
      promisedAt: promisedAt ?? event.at + facts.settings.callBackMs,
      tries: 0,
      inWritingAt: null,
    },
    event.at,
  )
  return { next, effects: [] }
}

export function abandoned(c: StepContext): StepResult {
  return { next: enter(c.request, 'awaiting_verification', c.event.at, c.facts.settings), effects: [] }
}

/** A promise to call comes before what was left untold: the call will tell it. */
export function abandonedParked(c: StepContext): StepResult {
  const { promisedCallAt } = c.request
  const reason = promisedCallAt === null ? untoldReason(c.request) : 'call_promised'
  return parkedForTelling(c, c.request, reason, promisedCallAt)
}

/** What goes to the contact on file, and the request that was told by it from now on. */
export function written({ event, facts }: StepContext, request: Request): StepResult {
  const asked = request.told?.inWriting ? request.told : null
  const { scriptId, scriptVersion, locale } = asked ?? facts.letter
  const told = {
    result: asked?.result ?? ('understood' as const), scriptId, scriptVersion, locale, at: asked?.at ?? event.at,
    inWriting: true, answeredAt: null, writtenAt: event.at,
  }
  return {
    next: { ...request, told },
    effects: [{ type: 'notify', template: 'consequence_in_writing', to: 'contact_on_file' }],
  }
}

/**
 * Waits by itself until what is written to the person was read: nobody has to ask again, and nothing is submitted
 * before (invariant 5). It is verified, so what it names is restricted from now on.
 */
export function submittedUnread(c: StepContext): StepResult {
  const { event, facts } = c
  const known = verified(c)
  const out = known.told?.writtenAt === undefined ? written(c, known) : { next: known, effects: [] }
  const waiting = enter(out.next, 'awaiting_verification', event.at, facts.settings)
  const next = lay(
    waiting,
    {
      kind: 'parked', since: event.at, reason: 'not_told', tries: 0, inWritingAt: out.next.told?.writtenAt ?? event.at,
      promisedAt: event.at + facts.settings.readingMs,
    },
    event.at,
  )
  return { next, effects: [...out.effects, ...newlyRestricted(c.request, next)] }
}

/** What was told in writing and read goes on with the level, and by whom, it was submitted. */
export function readAndSubmitted(c: StepContext): StepResult {
  const { event, facts, request } = c
  const read = lift(forgetEscalation(request, 'parked'), 'parked', event.at)
  const heard = objectionHeard(withTodaysPlan(c, { ...read, verifiedAt: request.verifiedAt ?? event.at }))
  return {
    next: enter(heard.next, 'awaiting_approval', event.at, facts.settings),
    effects: [
      { type: 'notify', template: submittedNotice(heard.next), to: 'contact_on_file' },
      ...newlyRestricted(request, heard.next),
      ...heard.effects,
    ],
  }
}

function untoldReason(request: Request): ParkReason {
  return request.told?.result === 'under_pressure' ? 'under_pressure' : 'not_told'
}

/** Notes who submitted it, and with which level of each subject. */
function submitted(c: StepContext): Request {
  const { request, event, facts } = c
  const dates = facts.dates ?? { dueAt: request.dueAt, decideBy: request.decideBy }
  const next = {
    ...request,
    ...dates,
    submittedAt: request.submittedAt ?? event.at,
    subjects: request.subjects.map((s) => ({ ...s, level: levelOf(c, s.subjectId) })),
  }
  return withPart(next, humanOf(event.by), 'edited', event.at)
}

export function submittedUntold(c: StepContext): StepResult {
  return parkedForTelling(c, submitted(c), untoldReason(c.request), null)
}

export function submittedUnverified(c: StepContext): StepResult {
  return { next: enter(submitted(c), 'awaiting_verification', c.event.at, c.facts.settings), effects: [] }
}

/** Takes today's plan as the one that is decided on. */
export function withTodaysPlan(c: StepContext, request: Request): Request {
  const { plan } = c.facts
  return plan ? { ...request, planHash: plan.hash, marks: plan.marks } : request
}

/** Submitted now, by people who are as sure as the kind asks. */
export function verified(c: StepContext): Request {
  return withTodaysPlan(c, { ...submitted(c), verifiedAt: c.event.at })
}

/** A verified deletion restricts the enrolment until it is finished (§5.2 `restricted`). */
function restriction(request: Request, on: boolean): Effect[] {
  return request.kind === 'deletion' && request.verifiedAt !== null ? [{ type: 'restrict', on }] : []
}

/** One that waited to be read was verified before, and restricts since then. */
export function newlyRestricted(before: Request, next: Request): Effect[] {
  return before.verifiedAt === null ? restriction(next, true) : []
}

export function submittedForApproval(c: StepContext): StepResult {
  const { event, facts } = c
  const heard = objectionHeard(verified(c))
  return {
    next: enter(heard.next, 'awaiting_approval', event.at, facts.settings),
    effects: [
      { type: 'notify', template: submittedNotice(heard.next), to: 'contact_on_file' },
      ...newlyRestricted(c.request, heard.next),
      ...heard.effects,
    ],
  }
}

export function submittedAndRun(c: StepContext): StepResult {
  return run(c, verified(c))
}

/** Ends it as rejected, and gives back what a pending deletion had restricted. */
export function rejected(c: StepContext, request: Request, rejection: Rejection, to: NoticeTo): StepResult {
  const template = rejectedNotice(request, rejection.code)
  return {
    next: { ...enter(request, 'rejected', c.event.at, c.facts.settings), rejection },
    effects: [{ type: 'notify', template, to }, ...restriction(request, false)],
  }
}

/** Remedies that every refusal may name; the law's own come from the facts. */
function remediesOf(c: StepContext): readonly string[] {
  return [...new Set(['ask_again', 'object', 'complain_to_authority', ...c.facts.refusalMustOffer])]
}

export function unmarkable(c: StepContext): StepResult {
  const request = c.event.type === 'submit' ? verified(c) : c.request
  const rejection: Rejection = { code: 'not_markable', ground: 'evidence', remedies: remediesOf(c), textRef: null }
  return rejected(c, request, rejection, 'contact_on_file')
}

export function noDataFound(c: StepContext): StepResult {
  const rejection: Rejection = { code: 'no_data_found', ground: 'no_data', remedies: remediesOf(c), textRef: null }
  return rejected(c, c.request, rejection, 'stated_contact')
}

export function gaveUp(c: StepContext): StepResult {
  const rejection: Rejection = {
    code: 'identity_not_verified', ground: 'identity', remedies: remediesOf(c), textRef: null,
  }
  const next = withPart(c.request, humanOf(c.event.by), 'rejected', c.event.at)
  return rejected(c, next, rejection, 'contact_on_file')
}

export function cancelled(c: StepContext): StepResult {
  return {
    next: enter(c.request, 'cancelled', c.event.at, c.facts.settings),
    effects: [
      { type: 'notify', template: cancelledNotice(c.request), to: 'contact_on_file' },
      ...restriction(c.request, false),
    ],
  }
}

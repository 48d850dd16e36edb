/** Guards of opening, naming, telling and submitting (domain book §5.2, first rows; invariants 5 and 12). */

import { as, isVerified, levelOf, type StepContext } from './context.ts'
import type { NamedSubject } from './events.ts'
import type { RefusalCode } from './explain.ts'
import { humanOf } from './actor.ts'
import { levelToCancel } from './assurance-needed.ts'
import { isMarkKind, kindsForErased, type RequestKind } from './kinds.ts'
import { pauseOf } from './pause.ts'
import { needsTelling, toldCountsFrom, wasTold } from './telling.ts'

function named(c: StepContext): readonly NamedSubject[] {
  return c.event.type === 'open' || c.event.type === 'name_subjects' ? c.event.subjects : []
}

/** Nobody who did not open the request may speak for a client that did. */
function clientOpened({ request, event }: StepContext): boolean {
  const { openedBy } = request
  return event.by.type === 'client' && openedBy.type === 'client' && openedBy.client === event.by.client
}

export const intakeGuards = {
  received_by_now: (c) => (as(c.event, 'open').receivedAt > c.event.at ? 'received_in_future' : null),

  subjects_once: (c) => {
    const ids = named(c).map((s) => s.subjectId)
    const before = c.event.type === 'name_subjects' ? c.request.subjects.map((s) => s.subjectId) : []
    return new Set([...before, ...ids]).size === before.length + ids.length ? null : 'subject_twice'
  },

  kind_for_subjects: (c) => {
    const erased = named(c).some((s) => s.known === 'erased')
    return erased && !(kindsForErased as readonly RequestKind[]).includes(c.request.kind) ? 'kind_not_for_erased' : null
  },

  names_what_it_is_about: ({ request }) => {
    if (request.askedAs === 'consent_withdrawal' && request.purpose === null) return 'not_a_purpose'
    return request.kind === 'ineligibility_correction' && request.about === null ? 'nothing_about' : null
  },

  told_by_now: (c) => {
    const { told } = as(c.event, 'tell')
    return told.at > c.event.at || (told.answeredAt ?? told.at) > c.event.at ? 'told_in_future' : null
  },

  call_not_ended: ({ request }) => (request.callEndedAt === null ? null : 'call_already_ended'),

  may_submit: (c) => {
    const { by } = c.event
    if (by.type === 'client') return clientOpened(c) ? null : 'not_the_opener'
    if (by.type === 'staff' && by.role === 'supervisor') return isMarkKind(c.request.kind) ? null : 'not_your_role'
    if (by.type !== 'system') return null
    // The system submits when a one-time link is used, what it opened itself from a consent event or a telling, and a
    // no that takes no proof.
    const { source, state, purpose } = c.request
    const own = source.type === 'consent_event' || source.type === 'objection_heard' || purpose?.optOut === true
    return own || state === 'awaiting_verification' ? null : 'not_your_role'
  },

  verified: (c) => (isVerified(c) ? null : 'not_verified'),

  told_counts: ({ request, event, facts }) => {
    if (!needsTelling(request)) return null
    if (!wasTold(request.told)) return 'not_told'
    const from = toldCountsFrom(request, facts.settings.readingMs)
    return from === null || event.at < from ? 'reading_time' : null
  },

  plan_known: ({ facts }) => (facts.plan === null ? 'plan_missing' : null),

  something_to_void: ({ request, facts }) =>
    request.kind === 'void_enrolment' && facts.plan?.defectivePeriods === 0 ? 'no_defective_period' : null,

  subject_unknown: ({ request }) => (request.subjects.length === 0 ? null : 'subjects_known'),

  give_up_possible: ({ request, event, facts }) => {
    const human = humanOf(event.by)
    const opener = humanOf(request.openedBy)
    const parked = pauseOf(request, 'parked')
    if (request.pauses.some((p) => p.kind !== 'parked')) return 'paused'
    if (parked && (human === null || event.at < parked.since + facts.settings.parkEscalateMs)) return 'paused'
    if (human !== null) return human === opener ? 'opened_it_yourself' : null
    return event.at < request.clock.at ? 'too_early' : null
  },

  may_cancel: (c) => {
    const { request, event } = c
    if (isMarkKind(request.kind)) {
      const human = humanOf(event.by)
      const opened = human !== null ? human === humanOf(request.openedBy) : clientOpened(c)
      return opened ? null : 'not_the_opener'
    }
    if (event.by.type === 'staff' && event.by.role === 'supervisor') return 'not_your_role'
    const sure = request.subjects.length > 0 && request.subjects.every((s) => levelOf(c, s.subjectId) >= levelToCancel)
    return sure ? null : 'level_too_low'
  },
} as const satisfies Record<string, (c: StepContext) => RefusalCode | null>

/**
 * Everything that can happen to a request: one event per row of domain book §5.2, and those of the
 * pauses.
 */

import type { RequestActor } from './actor.ts'
import type { RejectionCode } from './explain.ts'
import type { HoldFact } from './hold.ts'
import type { PurposeNamed, RequestKind, Scope } from './kinds.ts'
import type { ParkReason } from './pause.ts'
import type { EscalationCode, Part, RequestSource, Told } from './request.ts'

interface Base<T extends string> {
  type: T
  at: number
  by: RequestActor
}

export interface NamedSubject {
  subjectId: string
  known: 'on_file' | 'erased'
}

/** From when the law counts, until when, and by which version of its table. */
interface Dated {
  receivedAt: number
  dueAt: number
  decideBy: number
  lawVersion: string
}

export interface OpenEvent extends Base<'open'>, Dated {
  id: string
  caseCode: string
  kind: RequestKind
  scope: Scope
  purpose: PurposeNamed | null
  about: string | null
  subjects: readonly NamedSubject[]
  source: RequestSource
  askedByPerson: boolean
  told: Told | null
}

interface Refusing {
  code: RejectionCode
  ground: string
  remedies: readonly string[]
  textRef: string | null
}

type IntakeEvent =
  | OpenEvent
  /** Who it is about was found: the law that protects them says anew what the dates are. */
  | (Base<'name_subjects'> & { subjects: readonly NamedSubject[] } & Dated)
  | (Base<'tell'> & { told: Told })
  | (Base<'take_part'> & { human: string; part: Part })
  | (Base<'call_ended'> & { promisedCallAt: number | null })
  | Base<'abandoned'>
  | Base<'submit'>
  | Base<'no_data_found'>
  | Base<'give_up'>

type DecisionEvent =
  | (Base<'return'> & { to: string })
  | Base<'answer'>
  | Base<'return_unanswered'>
  | (Base<'reject'> & Refusing)
  /** `answer` is what an objection's approval says; null for the other kinds. */
  | (Base<'approve'> & { planHash: string; answer: { upheld: boolean; remedies: readonly string[] } | null })
  | Base<'plan_changed'>
  | Base<'window_over'>
  | Base<'cancel'>

type WorkEvent =
  | Base<'tasks_ended'>
  | Base<'fetched'>
  | Base<'not_collected'>
  | Base<'release'>
  | (Base<'hasten'> & { until: number })
  | Base<'waiting_over'>
  | Base<'plan_shrunk'>
  | Base<'task_gave_up'>
  | Base<'retry'>
  | (Base<'done_by_hand'> & { system: string; evidence: string })
  | (Base<'keep'> & { system: string; basis: string; until: number })
  | Base<'recheck_due'>
  /**
   * `asked`: own systems and processors that were asked again and are clean. `told`: recipients that
   * were told.
   */
  | (Base<'recheck_clean'> & { asked: readonly string[]; told: readonly string[] })
  | (Base<'leftovers'> & { systems: readonly string[] })
  | Base<'rest_due'>
  | (Base<'erased_in_error'> & { cause: 'dispute' | 'objection' })

type ClockEvent =
  | Base<'acknowledge'>
  | (Base<'extend'> & { reason: string; dueAt: number; decideBy: number })
  | Base<'due_passed'>
  | (Base<'escalate'> & { of: EscalationCode })

type PauseEvent =
  | (Base<'park'> & { reason: ParkReason; promisedAt: number | null })
  | (Base<'tried'> & { promisedAt: number | null })
  | (Base<'reached'> & { told: Told | null; promisedAt: number | null })
  | Base<'reading_over'>
  /** What was written to the contact on file reached nobody. */
  | Base<'not_delivered'>
  | (Base<'hold_placed'> & { hold: HoldFact })
  | (Base<'hold_lifted'> & { ref: string })
  | (Base<'hold_reviewed'> & { ref: string; reviewOn: number })
  | Base<'dispute'>
  | (Base<'resolve_dispute'> & { upheld: boolean; ground: string; remedies: readonly string[] })

export type RequestEvent = IntakeEvent | DecisionEvent | WorkEvent | ClockEvent | PauseEvent
export type EventType = RequestEvent['type']
export type EventOf<T extends EventType> = Extract<RequestEvent, { type: T }>

/** In the order of the book. A type check below keeps the list complete. */
export const eventTypes = [
  'open', 'name_subjects', 'tell', 'take_part', 'call_ended', 'abandoned', 'submit', 'no_data_found', 'give_up',
  'return', 'answer', 'return_unanswered', 'reject', 'approve', 'plan_changed', 'window_over', 'cancel',
  'tasks_ended', 'fetched', 'not_collected', 'release', 'hasten', 'waiting_over', 'plan_shrunk', 'task_gave_up',
  'retry', 'done_by_hand', 'keep', 'recheck_due', 'recheck_clean', 'leftovers', 'rest_due', 'erased_in_error',
  'acknowledge', 'extend', 'due_passed', 'escalate',
  'park', 'tried', 'reached', 'reading_over', 'not_delivered', 'hold_placed', 'hold_lifted', 'hold_reviewed', 'dispute',
  'resolve_dispute',
] as const satisfies EventType[]

/** Fails to compile when an event is missing from the list above. */
export const everyEventIsListed: EventType extends (typeof eventTypes)[number] ? true : never = true

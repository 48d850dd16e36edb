/**
 * The literal table of the request machine (domain book §5.2). The machine runs on it, the tests enumerate it and
 * docs/request-machine.md is printed from it. Of the rows for an event the first counts whose `when` all hold;
 * its `guards` then let it pass or refuse it, each with its own reason.
 */

import type { ActorRule } from './actor.ts'
import type { EventType } from './events.ts'
import { kindsForAnybody, markKinds, type RequestKind } from './kinds.ts'
import { finalRows } from './table-final.ts'
import { pauseRows } from './table-pauses.ts'
import { workRows } from './table-work.ts'
import type { ConditionName } from './conditions.ts'
import type { GuardName } from './guards.ts'
import type { PauseKind } from './pause.ts'
import { statesBeforeExecuting, unfinishedStates, type RequestState } from './states.ts'

export interface Row {
  id: string
  from: readonly (RequestState | 'none')[]
  event: EventType
  kinds: 'all' | readonly RequestKind[]
  by: readonly ActorRule[]
  when: readonly ConditionName[]
  guards: readonly GuardName[]
  /** `same`: the state stays; what the step writes is said in `note`. */
  to: RequestState | 'same'
  lays?: PauseKind
  lifts?: PauseKind
  /** May it happen while a pause lies over the state? By default nothing moves then. */
  whilePaused?: boolean
  note: string
}

const intakeRows = [
  {
    id: 'open', from: ['none'], event: 'open', kinds: kindsForAnybody, by: ['agent', 'client', 'system'], when: [],
    guards: ['received_by_now', 'subjects_once', 'kind_for_subjects', 'names_what_it_is_about'], to: 'open',
    note: 'in a call, from intake, from the operator’s app, or from a consent event; the subject may be unknown',
  },
  {
    id: 'open_by_supervisor', from: ['none'], event: 'open', kinds: markKinds, by: ['agent', 'supervisor'], when: [],
    guards: ['received_by_now', 'subjects_once', 'kind_for_subjects', 'names_what_it_is_about'], to: 'open',
    note: 'staff ask for a mark or its correction; a supervisor too',
  },
  {
    id: 'name_subjects', from: ['open', 'awaiting_verification'], event: 'name_subjects', kinds: 'all',
    by: ['agent'], when: [], guards: ['subject_unknown', 'subjects_once', 'kind_for_subjects'], to: 'same',
    whilePaused: true, note: 'the person is found: their law gives the dates, counted from the same receipt',
  },
  {
    id: 'tell', from: ['open', 'awaiting_verification'], event: 'tell', kinds: ['deletion'], by: ['agent', 'client'],
    when: [], guards: ['told_by_now'], to: 'same', note: 'the permanent consequence was told',
  },
  {
    id: 'take_part', from: [...unfinishedStates], event: 'take_part', kinds: 'all',
    by: ['agent', 'supervisor', 'system'], when: [], guards: [], to: 'same', whilePaused: true,
    note: 'somebody verified, checked an authority or a document, or edited: they can not decide',
  },
  {
    id: 'call_ended', from: ['open'], event: 'call_ended', kinds: 'all', by: ['agent', 'system'], when: [],
    guards: ['call_not_ended'], to: 'same', whilePaused: true, note: 'the 24 hours run from here',
  },
  {
    id: 'call_ended_parked', from: ['awaiting_verification', 'awaiting_approval', 'returned', 'cooling_off'],
    event: 'call_ended', kinds: 'all', by: ['agent'], when: [], guards: ['parked', 'call_not_ended'], to: 'same',
    whilePaused: true, note: 'a time promised as the call ended is the time of the call-back',
  },
  {
    id: 'abandoned_parked', from: ['open'], event: 'abandoned', kinds: 'all', by: ['system'],
    when: ['call_promised_or_untold'], guards: ['clock_due'], to: 'awaiting_verification', lays: 'parked',
    note: 'a call was promised, or a deletion was not told',
  },
  {
    id: 'abandoned', from: ['open'], event: 'abandoned', kinds: 'all', by: ['system'], when: [], guards: ['clock_due'],
    to: 'awaiting_verification', note: '24 h after the call ended or the intake was recorded',
  },
  {
    id: 'submit_untold', from: ['open'], event: 'submit', kinds: ['deletion'], by: ['agent', 'client', 'system'],
    when: ['untold'], guards: ['may_submit'], to: 'awaiting_verification', lays: 'parked',
    note: 'parked for a call-back to the contact on file',
  },
  {
    id: 'submit_untold_again', from: ['awaiting_verification'], event: 'submit', kinds: ['deletion'],
    by: ['agent', 'client', 'system'], when: ['untold', 'verified'], guards: ['may_submit'],
    to: 'awaiting_verification', lays: 'parked', note: 'parked for a call-back to the contact on file',
  },
  {
    id: 'submit_unread', from: ['open', 'awaiting_verification'], event: 'submit', kinds: ['deletion'],
    by: ['agent', 'client', 'system'], when: ['unread', 'verified'], guards: ['may_submit', 'plan_known'],
    to: 'awaiting_verification', lays: 'parked', note: 'told in writing: it waits by itself while there is time to read',
  },
  {
    id: 'submit_unverified', from: ['open'], event: 'submit', kinds: 'all',
    by: ['agent', 'supervisor', 'client', 'system'], when: ['not_verified'], guards: ['may_submit'],
    to: 'awaiting_verification', note: 'less assurance than §5.1 asks',
  },
  {
    id: 'submit_unmarkable', from: ['open', 'awaiting_verification'], event: 'submit', kinds: ['ineligibility'],
    by: ['agent', 'supervisor', 'client', 'system'], when: ['verified', 'nobody_markable'], guards: ['may_submit'],
    to: 'rejected', note: 'where `mark: none` applies it is rejected',
  },
  {
    id: 'submit_for_approval', from: ['open', 'awaiting_verification'], event: 'submit', kinds: 'all',
    by: ['agent', 'supervisor', 'client', 'system'], when: ['verified', 'approval_needed'],
    guards: ['may_submit', 'told_counts', 'plan_known', 'something_to_void'], to: 'awaiting_approval',
    note: 'every subject verified',
  },
  {
    id: 'submit_and_run', from: ['open', 'awaiting_verification'], event: 'submit', kinds: 'all',
    by: ['agent', 'supervisor', 'client', 'system'], when: [],
    guards: ['may_submit', 'verified', 'told_counts', 'plan_known', 'something_to_void'], to: 'executing',
    note: 'no approval by default, while the plan touches only what §5.3 names; the plan is frozen',
  },
  {
    id: 'no_data_found', from: ['open', 'awaiting_verification'], event: 'no_data_found', kinds: 'all', by: ['agent'],
    when: [], guards: ['subject_unknown'], to: 'rejected', whilePaused: true,
    note: 'a neutral letter to the contact the requester gave; nobody can be called back about it',
  },
  {
    id: 'give_up', from: ['awaiting_verification'], event: 'give_up', kinds: 'all',
    by: ['system', 'agent', 'supervisor'], when: [], guards: ['give_up_possible'], to: 'rejected', whilePaused: true,
    note: '14 d, or staff who did not open it; a parked one only by staff, once it is before a supervisor',
  },
] as const satisfies Row[]

const decisionRows = [
  {
    id: 'return', from: ['awaiting_approval'], event: 'return', kinds: 'all', by: ['supervisor'], when: [],
    guards: ['may_decide', 'returns_left', 'before_decide_by'], to: 'returned', note: 'to a named agent’s list',
  },
  {
    id: 'answer', from: ['returned'], event: 'answer', kinds: 'all', by: ['agent'], when: [], guards: ['plan_known'],
    to: 'awaiting_approval', note: 'with today’s plan',
  },
  {
    id: 'return_unanswered', from: ['returned'], event: 'return_unanswered', kinds: 'all', by: ['system'], when: [],
    guards: ['clock_due'], to: 'awaiting_approval', note: 'after 5 d by itself, with a warning',
  },
  {
    id: 'reject', from: ['awaiting_approval', 'returned', 'cooling_off'], event: 'reject', kinds: 'all',
    by: ['supervisor'], when: [], guards: ['may_decide', 'rejection_complete', 'nothing_grantable'], to: 'rejected',
    whilePaused: true, note: 'coded reason, legal ground, remedies',
  },
  {
    id: 'approve_more_needed', from: ['awaiting_approval'], event: 'approve', kinds: ['ineligibility_correction'],
    by: ['supervisor'], when: ['first_approval'], guards: ['may_decide', 'hash_shown_is_todays', 'not_approved_before'],
    to: 'same', note: 'two different supervisors',
  },
  {
    id: 'approve_deletion', from: ['awaiting_approval'], event: 'approve', kinds: ['deletion'], by: ['supervisor'],
    when: [], guards: ['may_decide', 'told_counts', 'hash_shown_is_todays', 'not_approved_before'],
    to: 'cooling_off', note: '7 d, 0 allowed; an interrupted window goes on where it was',
  },
  {
    id: 'approve', from: ['awaiting_approval'], event: 'approve', kinds: 'all', by: ['supervisor'],
    when: [], guards: ['may_decide', 'hash_shown_is_todays', 'not_approved_before', 'objection_answered'],
    to: 'executing', note: 'the plan is frozen',
  },
  {
    id: 'plan_changed_unmarkable', from: ['awaiting_approval'], event: 'plan_changed', kinds: ['ineligibility'],
    by: ['system'], when: ['plan_differs', 'nobody_markable'], guards: [], to: 'rejected',
    note: 'where `mark: none` applies it is rejected',
  },
  {
    id: 'plan_changed', from: ['awaiting_approval', 'cooling_off'], event: 'plan_changed', kinds: 'all', by: ['system'],
    when: [], guards: ['plan_known', 'plan_differs'], to: 'awaiting_approval',
    note: 'the approval is gone, the supervisor is told what differs',
  },
  {
    id: 'window_over_plan_differs', from: ['cooling_off'], event: 'window_over', kinds: ['deletion'], by: ['system'],
    when: ['plan_differs'], guards: ['clock_due'], to: 'awaiting_approval', note: 'as plan changed',
  },
  {
    id: 'window_over_waits', from: ['cooling_off'], event: 'window_over', kinds: ['deletion'], by: ['system'],
    when: ['obstacle'], guards: ['clock_due', 'obstacle_is_new'], to: 'same', note: 'not yet possible, and says why',
  },
  {
    id: 'window_over', from: ['cooling_off'], event: 'window_over', kinds: ['deletion'], by: ['system'], when: [],
    guards: ['clock_due', 'plan_known', 'approved'], to: 'executing',
    note: 'one transaction: the mark is written, or `mark: none` noted, and the plan frozen',
  },
  {
    id: 'cancel', from: [...statesBeforeExecuting], event: 'cancel', kinds: 'all',
    by: ['agent', 'supervisor', 'client', 'person'], when: [], guards: ['may_cancel'], to: 'cancelled',
    whilePaused: true, note: 'the person at level 2; the ineligibility kinds: whoever opened them',
  },
] as const satisfies Row[]

const literal = [...intakeRows, ...decisionRows, ...workRows, ...finalRows, ...pauseRows] as const

export type RowId = (typeof literal)[number]['id']

/** The rows in the order of the book. */
export const requestTable: readonly (Row & { id: RowId })[] = literal

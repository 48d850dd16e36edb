/** Rows that lay, keep and lift the pauses (domain book §5.2, second table). */

import { statesAtWork, statesBeforeExecuting, unfinishedStates } from './states.ts'
import type { Row } from './table.ts'

export const pauseRows = [
  {
    id: 'park_open', from: ['open'], event: 'park', kinds: 'all', by: ['agent'], when: [], guards: ['not_parked'],
    to: 'awaiting_verification', lays: 'parked', whilePaused: true,
    note: 'it looks submitted on the agent’s screen; the call’s level ends with the call',
  },
  {
    id: 'park', from: ['awaiting_verification', 'awaiting_approval', 'returned', 'cooling_off'], event: 'park',
    kinds: 'all', by: ['agent'], when: [], guards: ['not_parked'], to: 'same', lays: 'parked', whilePaused: true,
    note: 'before executing',
  },
  {
    id: 'tried', from: [...statesBeforeExecuting], event: 'tried', kinds: 'all', by: ['agent', 'supervisor'], when: [],
    guards: ['parked'], to: 'same', whilePaused: true, note: 'nobody answered; after 3 tries it goes out in writing, but for somebody under pressure',
  },
  {
    id: 'reached_to_write', from: [...statesBeforeExecuting], event: 'reached', kinds: ['deletion'],
    by: ['agent', 'supervisor', 'system'], when: ['wants_it_written'],
    guards: ['parked', 'not_under_pressure', 'reached_by_link'], to: 'same', whilePaused: true,
    note: 'reached, and wants it in writing, or by a one-time link alone: stays parked while there is time to read',
  },
  {
    id: 'reached_in_vain', from: [...statesBeforeExecuting], event: 'reached', kinds: ['deletion'],
    by: ['agent', 'supervisor'], when: ['telling_failed'], guards: ['parked'], to: 'same', whilePaused: true,
    note: 'reached, but not told: stays parked',
  },
  {
    id: 'reached', from: [...statesBeforeExecuting], event: 'reached', kinds: 'all',
    by: ['agent', 'supervisor', 'system'], when: [], guards: ['parked', 'reached_by_link'], to: 'same', lifts: 'parked',
    whilePaused: true, note: 'by a call-back to the contact on file, and told again; or by a one-time link to it',
  },
  {
    id: 'not_delivered', from: [...statesBeforeExecuting], event: 'not_delivered', kinds: 'all', by: ['system'],
    when: [], guards: ['parked', 'was_written'], to: 'same', whilePaused: true,
    note: 'what was written reached nobody, so it told nobody: call back',
  },
  {
    id: 'read_and_submitted', from: ['awaiting_verification'], event: 'reading_over', kinds: ['deletion'],
    by: ['system'], when: ['verified_when_submitted'], guards: ['written_and_read', 'plan_known'],
    to: 'awaiting_approval', lifts: 'parked', whilePaused: true,
    note: 'told in writing, with 3 d to read it: it goes on by itself',
  },
  {
    id: 'reading_over', from: [...statesBeforeExecuting], event: 'reading_over', kinds: ['deletion'], by: ['system'],
    when: [], guards: ['written_and_read'], to: 'same', lifts: 'parked', whilePaused: true,
    note: 'told in writing, with 3 d to read it; never for somebody under pressure',
  },
  {
    id: 'hold_placed', from: [...unfinishedStates], event: 'hold_placed', kinds: 'all',
    by: ['supervisor', 'client', 'system'], when: [], guards: ['hold_names_a_subject'], to: 'same', lays: 'on_hold',
    whilePaused: true,
    note: 'on_hold only for a submitted deletion that is covered whole; else kept lines, or steps wait',
  },
  {
    id: 'hold_lifted', from: [...unfinishedStates], event: 'hold_lifted', kinds: 'all',
    by: ['supervisor', 'client', 'system'], when: [], guards: [], to: 'same', lifts: 'on_hold', whilePaused: true,
    note: 'the pause ends when what is left of the holds no longer covers everything',
  },
  {
    id: 'hold_reviewed', from: [...unfinishedStates], event: 'hold_reviewed', kinds: 'all', by: ['supervisor'],
    when: [], guards: ['hold_known', 'review_in_future'], to: 'same', whilePaused: true, note: 'a new review date',
  },
  {
    id: 'dispute', from: [...unfinishedStates], event: 'dispute', kinds: 'all', by: ['agent', 'contact'], when: [],
    guards: ['not_disputed', 'level_for_dispute'], to: 'same', lays: 'disputed', whilePaused: true,
    note: '“that was not me”: 72 h; unstarted tasks stop',
  },
  {
    id: 'dispute_dismissed', from: [...unfinishedStates], event: 'resolve_dispute', kinds: 'all', by: ['supervisor'],
    when: ['not_upheld'], guards: ['disputed', 'did_not_approve', 'may_decide'], to: 'same', lifts: 'disputed',
    whilePaused: true, note: 'by a supervisor who did not approve it',
  },
  {
    id: 'dispute_upheld', from: [...statesBeforeExecuting], event: 'resolve_dispute', kinds: 'all', by: ['supervisor'],
    when: [], guards: ['disputed', 'did_not_approve', 'may_decide', 'ground_and_remedies'], to: 'rejected',
    whilePaused: true, note: '`fraud`',
  },
  {
    id: 'dispute_upheld_first', from: [...statesAtWork], event: 'resolve_dispute', kinds: 'all', by: ['supervisor'],
    when: ['no_finding_yet'], guards: ['disputed', 'did_not_approve', 'may_decide'], to: 'same', whilePaused: true,
    note: 'a second supervisor is needed',
  },
  {
    id: 'dispute_upheld_at_work', from: [...statesAtWork], event: 'resolve_dispute', kinds: 'all', by: ['supervisor'],
    when: [], guards: ['disputed', 'did_not_approve', 'may_decide', 'second_finder'], to: 'completed',
    whilePaused: true, note: 'erased in error: what has not run does not run',
  },
] as const satisfies Row[]

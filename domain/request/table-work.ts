/** Rows of the table from executing to completed (domain book §5.2). */

import { changingKinds, erasingKinds } from './kinds.ts'
import type { Row } from './table.ts'
import { statesAtWork } from './states.ts'

export const workRows = [
  {
    id: 'tasks_ended_erasing', from: ['executing'], event: 'tasks_ended', kinds: erasingKinds, by: ['system'],
    when: [], guards: ['tasks_done'], to: 'rechecking', note: 'within the retry span; every system is asked again',
  },
  {
    id: 'tasks_ended_access', from: ['executing'], event: 'tasks_ended', kinds: ['access'], by: ['system'], when: [],
    guards: ['tasks_done', 'copy_not_sent'], to: 'same', note: 'the one-time link is sent; 30 d to fetch the copy',
  },
  {
    id: 'tasks_ended', from: ['executing'], event: 'tasks_ended', kinds: changingKinds, by: ['system'], when: [],
    guards: ['tasks_done'], to: 'completed', note: 'kinds that erase nothing',
  },
  {
    id: 'fetched', from: ['executing'], event: 'fetched', kinds: ['access'], by: ['person', 'system'], when: [],
    guards: ['copy_was_sent'], to: 'completed', note: 'the copy was fetched',
  },
  {
    id: 'not_collected', from: ['executing'], event: 'not_collected', kinds: ['access'], by: ['system'], when: [],
    guards: ['copy_was_sent', 'clock_due'], to: 'completed', note: 'after 30 d, or 7 d when an erasure waits for it',
  },
  {
    id: 'release', from: ['open', 'awaiting_verification', 'awaiting_approval', 'returned', 'executing'],
    event: 'release', kinds: ['access'], by: ['agent', 'client', 'person'], when: [],
    guards: ['level_of_person', 'not_released'], to: 'same', note: 'an erasure of the same data need not wait',
  },
  {
    id: 'hasten', from: ['open', 'awaiting_verification', 'awaiting_approval', 'returned', 'executing'],
    event: 'hasten', kinds: ['access'], by: ['system'], when: [], guards: [], to: 'same', whilePaused: true,
    note: 'an erasure waits: 7 d are left',
  },
  {
    id: 'waiting_goes_on', from: ['executing'], event: 'waiting_over', kinds: erasingKinds, by: ['system'],
    when: ['obstacle'], guards: ['is_waiting', 'obstacle_is_new'], to: 'same', note: 'something else is in the way',
  },
  {
    id: 'waiting_over', from: ['executing'], event: 'waiting_over', kinds: erasingKinds, by: ['system'], when: [],
    guards: ['is_waiting'], to: 'same', note: 'the steps that waited go on',
  },
  {
    id: 'plan_shrunk', from: [...statesAtWork], event: 'plan_shrunk', kinds: 'all', by: ['system'], when: [],
    guards: ['plan_known', 'plan_shrinks'], to: 'same', whilePaused: true,
    note: 'a partial hold came; the frozen plan may only shrink',
  },
  {
    id: 'task_gave_up', from: ['executing'], event: 'task_gave_up', kinds: 'all', by: ['system'], when: [],
    guards: ['a_task_failed'], to: 'needs_attention', note: 'none is running any more',
  },
  {
    id: 'retry', from: ['needs_attention'], event: 'retry', kinds: 'all', by: ['supervisor'], when: [], guards: [],
    to: 'executing', note: '72 h',
  },
  {
    id: 'done_by_hand_first', from: ['needs_attention'], event: 'done_by_hand', kinds: 'all', by: ['supervisor'],
    when: ['no_proposal_yet'], guards: ['in_attention', 'evidence_given'], to: 'same',
    note: 'a second person is needed',
  },
  {
    id: 'done_by_hand_part', from: ['needs_attention'], event: 'done_by_hand', kinds: 'all',
    by: ['supervisor', 'agent'], when: ['more_in_attention'], guards: ['in_attention', 'second_person'], to: 'same',
    note: 'this system is settled, another is not',
  },
  {
    id: 'done_by_hand_goes_on', from: ['needs_attention'], event: 'done_by_hand', kinds: 'all',
    by: ['supervisor', 'agent'], when: ['tasks_still_open'], guards: ['in_attention', 'second_person'],
    to: 'executing', note: 'other tasks have not ended, such as those that a hold keeps waiting',
  },
  {
    id: 'done_by_hand', from: ['needs_attention'], event: 'done_by_hand', kinds: erasingKinds,
    by: ['supervisor', 'agent'], when: [], guards: ['in_attention', 'second_person'], to: 'rechecking',
    note: 'the second person confirms; everything is asked again',
  },
  {
    id: 'done_by_hand_access', from: ['needs_attention'], event: 'done_by_hand', kinds: ['access'],
    by: ['supervisor', 'agent'], when: [], guards: ['in_attention', 'second_person'], to: 'executing',
    note: 'the copy is complete now and is sent',
  },
  {
    id: 'done_by_hand_nothing_erased', from: ['needs_attention'], event: 'done_by_hand', kinds: changingKinds,
    by: ['supervisor', 'agent'], when: [], guards: ['in_attention', 'second_person'], to: 'completed',
    note: 'kinds that erase nothing have nothing to ask again',
  },
  {
    id: 'keep_first', from: ['needs_attention'], event: 'keep', kinds: erasingKinds, by: ['supervisor'],
    when: ['no_proposal_yet'], guards: ['may_decide', 'in_attention', 'basis_and_date'], to: 'same',
    note: 'a second supervisor is needed',
  },
  {
    id: 'keep_part', from: ['needs_attention'], event: 'keep', kinds: erasingKinds, by: ['supervisor'],
    when: ['more_in_attention'], guards: ['in_attention', 'second_person', 'may_decide'], to: 'same',
    note: 'this system is settled, another is not',
  },
  {
    id: 'keep_goes_on', from: ['needs_attention'], event: 'keep', kinds: erasingKinds, by: ['supervisor'],
    when: ['tasks_still_open'], guards: ['in_attention', 'second_person', 'may_decide'], to: 'executing',
    note: 'other tasks have not ended',
  },
  {
    id: 'keep', from: ['needs_attention'], event: 'keep', kinds: erasingKinds, by: ['supervisor'], when: [],
    guards: ['in_attention', 'second_person', 'may_decide'], to: 'rechecking',
    note: 'the person is told what stays and why',
  },
  {
    id: 'recheck_due', from: ['rechecking', 'completed_pending'], event: 'recheck_due', kinds: erasingKinds,
    by: ['system'], when: [], guards: ['clock_due'], to: 'same', note: 'the systems are asked, or asked once more',
  },
  {
    id: 'first_recheck_clean', from: ['rechecking'], event: 'recheck_clean', kinds: erasingKinds, by: ['system'],
    when: [], guards: ['everyone_answered'], to: 'completed_pending', note: 'the person is told; again after 24 h',
  },
  {
    id: 'second_recheck_clean', from: ['completed_pending'], event: 'recheck_clean', kinds: erasingKinds,
    by: ['system'], when: [], guards: ['second_round', 'everyone_answered'], to: 'completed',
    note: '`full`, or `retained` with reasons and dates; certificate and receipt',
  },
  {
    id: 'leftovers', from: ['rechecking', 'completed_pending'], event: 'leftovers', kinds: erasingKinds, by: ['system'],
    when: [], guards: ['systems_of_plan'], to: 'needs_attention', note: 'something is left, or came back',
  },
] as const satisfies Row[]

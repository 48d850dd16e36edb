/** Rows that follow a final state, and those of the law's clocks, which nothing stops (domain book §5.2). */

import { erasingKinds, undoableKinds } from './kinds.ts'
import { unfinishedStates } from './states.ts'
import type { Row } from './table.ts'

export const finalRows = [
  {
    id: 'rest_waits', from: ['completed'], event: 'rest_due', kinds: erasingKinds, by: ['system'], when: ['obstacle'],
    guards: ['not_in_error', 'rest_is_due', 'obstacle_is_new'], to: 'same', note: 'not yet possible, and says why',
  },
  {
    id: 'rest_due', from: ['completed'], event: 'rest_due', kinds: erasingKinds, by: ['system'], when: [],
    guards: ['not_in_error', 'rest_is_due'], to: 'executing', note: 'the frozen plan’s dated lines and nothing else',
  },
  {
    id: 'erased_in_error_first', from: ['completed'], event: 'erased_in_error', kinds: undoableKinds,
    by: ['supervisor'], when: ['no_finding_yet'], guards: ['not_in_error', 'may_decide', 'did_not_approve'], to: 'same',
    note: 'a second supervisor is needed',
  },
  {
    id: 'erased_in_error', from: ['completed'], event: 'erased_in_error', kinds: undoableKinds, by: ['supervisor'],
    when: [], guards: ['not_in_error', 'may_decide', 'did_not_approve', 'second_finder'], to: 'completed',
    note: 'mark superseded, no retained step runs any more, an incident of 72 h, what can be restored is listed',
  },
  {
    id: 'acknowledge', from: [...unfinishedStates], event: 'acknowledge', kinds: 'all',
    by: ['system', 'agent', 'supervisor'], when: [], guards: ['not_acknowledged'], to: 'same', whilePaused: true,
    note: 'notice sent',
  },
  {
    id: 'extend', from: [...unfinishedStates], event: 'extend', kinds: 'all', by: ['supervisor'], when: [],
    guards: ['not_extended', 'before_due', 'law_allows_extension'], to: 'same', whilePaused: true,
    note: 'with its reason, before `due`, once',
  },
  {
    id: 'due_passed', from: [...unfinishedStates], event: 'due_passed', kinds: 'all', by: ['system'], when: [],
    guards: ['due_is_over'], to: 'same', whilePaused: true,
    note: 'the person is told, the role named, the case first on every list',
  },
  {
    id: 'escalate', from: [...unfinishedStates, 'completed'], event: 'escalate', kinds: 'all', by: ['system'], when: [],
    guards: ['escalation_is_due'], to: 'same', whilePaused: true, note: 'deputies and supervisors are told, once',
  },
] as const satisfies Row[]

/**
 * What a step asks for beside the new request: data, carried out in the same transaction or by the
 * outbox.
 */

import type { SubjectMark } from './plan-fact.ts'
import type { RestItem } from './request.ts'

/** Closed list: each is a template of a letter, message or desk notice, in every locale. */
export const noticeTemplates = [
  'acknowledged',
  'extended',
  'due_passed',
  'not_verified_how_to_go_on',
  'no_data_found',
  'consequence_in_writing',
  'please_call_us',
  'hold_placed',
  'rejected',
  'not_yours_stopped',
  'cancelled',
  'dispute_received',
  'dispute_dismissed',
  'submitted',
  'asked_by_us',
  'dropped_by_us',
  'done_by_us',
  'approved_window_runs',
  'approved_starts_now',
  'plan_differs',
  'returned_to_you',
  'return_unanswered',
  'copy_ready',
  'copy_fetched',
  'copy_not_collected',
  'copy_hurries',
  'erased_first_check',
  'kept_line',
  'completed',
  'completed_retained',
  'rest_erased',
  'answered',
  'erased_in_error',
  'needs_attention',
  'escalated',
  'running_contracts_go_on',
] as const

export type NoticeTemplate = (typeof noticeTemplates)[number]
export type NoticeTo =
  | 'contact_on_file' | 'stated_contact' | 'supervisors' | 'deputies' | 'named_agent' | 'auditors' | 'partners'

export type Effect =
  | { type: 'notify'; template: NoticeTemplate; to: NoticeTo; human?: string; params?: Record<string, string | number> }
  | { type: 'write_mark'; mark: SubjectMark }
  | { type: 'note_no_mark'; subjectId: string; reason: string }
  | { type: 'supersede_mark'; cause: 'dispute' | 'objection' | 'correction' }
  | {
      type: 'append_consent_event'
      state: 'ConsentWithdrawn' | 'ConsentInvalidated' | 'ConsentExpired'
      of: 'purpose' | 'scope' | 'defective_periods' | 'running_periods'
    }
  | { type: 'close_periods'; standing: 'deregistered' | 'void' | 'erased' }
  | { type: 'freeze_plan'; hash: string }
  /** `rest`: the dated lines whose turn came, and nothing else; null for the whole plan. */
  | { type: 'start_tasks'; systems: readonly string[] | null; rest: readonly RestItem[] | null }
  | { type: 'stop_unstarted_tasks' }
  | { type: 'resume_tasks' }
  | { type: 'drop_all_tasks' }
  | { type: 'ask_again'; round: 1 | 2 }
  | { type: 'recheck_at'; at: number }
  | { type: 'send_copy_link' }
  | { type: 'hasten_access'; requestId: string; until: number }
  | { type: 'open_objection' }
  | { type: 'apply_objection'; about: string; upheld: boolean }
  /** `restricted` is derived; connected systems are told when it begins and ends. */
  | { type: 'restrict'; on: boolean }
  | { type: 'issue_certificate'; result: 'full' | 'retained'; again: boolean }
  | { type: 'issue_receipt' }
  | { type: 'open_incident'; dueAt: number }
  | { type: 'list_restorable' }
  | { type: 'note_difference'; from: string; to: string }

export type EffectType = Effect['type']

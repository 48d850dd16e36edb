/**
 * Every reason the request machine gives, as codes. Sentences are in `messages/*.json`, under the keys that the
 * functions below make; a person sees the sentence, the log keeps the code.
 */

/** Why a request ended without being granted (§5.2 reject, and the three rows that reject by themselves). */
export const rejectionCodes = [
  'identity_not_verified',
  'no_data_found',
  'not_markable',
  'legal_obligation',
  'legal_claim',
  'manifestly_excessive',
  'not_the_subject',
  'fraud',
  'duplicate',
  'other',
] as const

export type RejectionCode = (typeof rejectionCodes)[number]

/** Those a supervisor may choose; the first is also given by the system. */
export const chosenRejectionCodes: readonly RejectionCode[] = rejectionCodes.filter(
  (code) => code !== 'no_data_found' && code !== 'not_markable',
)

/** Bases of ours on which a line may be kept. A partner that keeps silent is none. */
export const keepBases = [
  'legal_obligation',
  'legal_claim',
  'public_interest',
  'public_health',
  'archiving',
  'freedom_of_expression',
] as const

export const refusalCodes = [
  // the step itself
  'no_such_step', 'final', 'paused', 'not_your_role', 'out_of_order', 'too_early',
  // opening, naming, telling
  'received_in_future', 'kind_not_for_erased', 'subjects_known', 'subject_twice', 'told_in_future',
  'not_a_purpose', 'nothing_about', 'call_already_ended',
  // verifying and submitting
  'not_verified', 'not_told', 'reading_time', 'plan_missing', 'no_defective_period', 'opened_it_yourself',
  // deciding (also `mayDecide`)
  'took_part', 'newly_decider', 'had_part_in_subject', 'not_a_decider', 'already_approved', 'plan_differs',
  'plan_same', 'answer_missing', 'returned_too_often', 'past_decide_by', 'ground_missing', 'remedies_missing',
  'remedy_missing', 'code_not_chosen', 'text_missing', 'can_be_granted', 'not_the_opener', 'level_too_low',
  // the window and the work
  'still_waiting', 'not_waiting', 'tasks_open', 'no_task_failed', 'copy_not_sent', 'copy_sent', 'already_released',
  'plan_grows', 'not_in_attention', 'evidence_missing', 'basis_missing', 'date_missing', 'second_person_needed',
  'not_all_asked', 'not_all_told', 'system_not_in_plan', 'no_rest', 'in_error',
  // clocks
  'already_acknowledged', 'already_extended', 'no_extension', 'past_due', 'reason_missing', 'not_due',
  'already_said', 
  // pauses
  'already_parked', 'not_parked', 'not_in_writing', 'never_in_writing', 'no_such_hold', 'already_disputed',
  'not_disputed', 'approved_it_yourself', 'hold_not_of_subject',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

export function refusalKey(code: RefusalCode): string {
  return `request.refusal.${code}`
}

export function rejectionKey(code: RejectionCode): string {
  return `request.rejection.${code}`
}

export const waitingCodes = ['access_open', 'hold'] as const

export function waitingKey(code: (typeof waitingCodes)[number]): string {
  return `request.waiting.${code}`
}

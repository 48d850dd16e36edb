/**
 * The kinds of messages by when in a case they go out, in the order of a case. `here` goes to nobody outside: who works
 * here reads it on the lists that a case stands on. A kind that nobody has sorted stands under `other`.
 */
const groups = {
  verifying: ['one_time_code', 'one_time_link', 'one_time_link_case', 'contact_reported_lost', 'represented'],
  receiving: ['acknowledged', 'submitted', 'asked_by_us'],
  waiting: [
    'consequence_in_writing', 'please_call_us', 'hold_placed', 'extended', 'due_passed', 'dispute_received', 'dispute_dismissed', 'copy_ready',
    'copy_hurries', 'copy_fetched', 'copy_not_collected',
  ],
  deciding: [
    'approved_window_runs', 'approved_starts_now', 'rejected', 'not_verified_how_to_go_on', 'no_data_found',
    'not_yours_stopped', 'cancelled', 'dropped_by_us', 'answered',
  ],
  ending: [
    'erased_first_check', 'kept_line', 'completed', 'completed_retained', 'done_by_us', 'receipt', 'rest_erased',
    'erased_in_error',
  ],
  here: [
    'plan_differs', 'returned_to_you', 'return_unanswered', 'needs_attention', 'escalated', 'running_contracts_go_on',
  ],
} as const

export type MessageGroup = keyof typeof groups | 'other'

/** Sorts kinds of messages into their groups; each group in its own order, and none that is empty. */
export function groupKinds<K extends { readonly template: string }>(
  kinds: readonly K[],
): { group: MessageGroup; kinds: K[] }[] {
  const sorted = new Set<string>(Object.values(groups).flat())
  const named = (Object.keys(groups) as (keyof typeof groups)[]).map((group) => ({
    group: group as MessageGroup,
    kinds: groups[group].flatMap((template) => kinds.filter((kind) => kind.template === template)),
  }))
  const rest = { group: 'other' as const, kinds: kinds.filter((kind) => !sorted.has(kind.template)) }
  return [...named, rest].filter((found) => found.kinds.length > 0)
}

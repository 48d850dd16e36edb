/**
 * What must hold beside the role before a permission may be used. The policy table only names them: each is a
 * fact about one call, request or plan, so the command (and for deciding also the database) checks it where
 * the fact is known. The sentence of each is the message key `condition.<code>`.
 */
export const conditions = [
  /** Only about the actor's own session, case or call. */
  'own_session',
  'own_case',
  'own_call',
  'own_call_or_intake',
  /** Enough assurance in this call (domain.md §5.1). */
  'level_1',
  'level_2',
  'level_for_kind',
  /** Personal fields stay masked whatever the level: invariant 11, and auditors see nothing in the clear. */
  'masked',
  /** One field, one coded reason, thirty seconds. */
  'coded_reason',
  /** Invariant 2: no part in this request, by human and not by log-in. */
  'no_part_in_request',
  /** Invariant 2: the right to decide is older than the setting `supervisor_grace_hours`, or a deputy's. */
  'right_to_decide_in_force',
  /** Invariant 2: bound to the hash of the plan that was shown. */
  'plan_as_shown',
  /** A second supervisor confirms. */
  'second_supervisor',
  /** Not by whoever opened the request. */
  'did_not_open',
  /** Only by whoever opened the request. */
  'opened_it',
  /** Only `ineligibility` and `ineligibility_correction`. */
  'ineligibility_kinds_only',
  /** The request was returned to this agent by name. */
  'returned_to_actor',
  /** Nobody names themselves. */
  'not_about_oneself',
  /** The link's secret is the proof: it was sent to a contact on file. */
  'valid_link',
  /** At most the level that this client may vouch for. */
  'vouched_level',
  /** Only when a withdrawal that arrived opens a deregistration by itself (domain.md §5.3). */
  'withdrawal_arrived',
  /** Only after a supervisor approved it. */
  'approved',
  /** Only in a database that is marked as a demo. */
  'demo_only',
  /** Only before there is any administrator. */
  'first_set_up',
] as const
export type Condition = (typeof conditions)[number]

/**
 * What an audit entry can say: `<noun>.<past participle>`, with the outcome beside it (a sign-in that was
 * refused is `session.sign_in_failed`; a command that policy refused is `command.denied`).
 *
 * Entries are never migrated, so a code that was ever written is never renamed or taken out of this list. Each is
 * written by something (tests/lint/audit-codes.test.ts).
 */
export const auditCodes = [
  // signing in
  'session.signed_in',
  'session.signed_out',
  'session.signed_out_everywhere',
  'session.sign_in_failed',
  // staff and machine clients
  'staff.added',
  'staff.disabled',
  'staff.role_changed',
  'staff.mfa_reset',
  'staff.deputy_named',
  'staff.deputy_ended',
  'client.added',
  'client.revoked',
  // calls and intakes
  'call.opened',
  'call.viewed',
  'call.noted',
  'call.party_added',
  'call.party_removed',
  'call.language_changed',
  'call.handed_over',
  'call.taken_back',
  'call.taken_over',
  'call.resumed',
  'call.wrapped_up',
  'call.reviewed',
  'intake.recorded',
  // looking at people
  'person.looked_up',
  'person.viewed',
  'person.revealed',
  'decision.looked_up',
  // verification
  'verification.code_sent',
  'verification.code_checked',
  'verification.link_sent',
  'verification.link_used',
  'verification.called_back',
  'verification.document_checked',
  'verification.authority_checked',
  'verification.receipt_checked',
  'verification.contact_reported_lost',
  'verification.proof_noted',
  'verification.check_viewed',
  'verification.objected',
  'verification.objection_settled',
  // requests (domain book §5.2)
  'request.opened',
  'request.viewed',
  'request.told',
  'request.submitted',
  'request.abandoned',
  'request.no_data_found',
  'request.gave_up',
  'request.approved',
  'request.returned',
  'request.answered',
  'request.came_back_unanswered',
  'request.rejected',
  'request.cancelled',
  'request.plan_changed',
  'request.window_over',
  'request.window_waiting',
  'request.execution_started',
  'request.tasks_ended',
  'request.attention_needed',
  'request.retried',
  'request.done_by_hand',
  'request.kept',
  'request.first_recheck_clean',
  'request.completed',
  'request.retained_step_due',
  'request.erased_in_error',
  'request.acknowledged',
  'request.extended',
  'request.due_passed',
  'request.escalated',
  'request.unparked',
  'request.held',
  'request.released',
  'request.disputed',
  'request.dispute_resolved',
  'request.objection_upheld',
  'request.objection_dismissed',
  'request.objection_answered',
  'request.error_found',
  'request.restricted',
  'request.restriction_lifted',
  'request.restorable_listed',
  'request.opened_again',
  'request.submitted_again',
  'request.looked_at',
  'request.clock_ran_out',
  'request.access_prepared',
  'request.access_fetched',
  'request.access_released',
  'request.access_not_collected',
  'case.viewed',
  'plan.viewed',
  // holds
  'hold.placed',
  'hold.changed',
  'hold.lifted',
  'hold.reviewed',
  // what comes in
  'subject.put',
  'consent.recorded',
  'consent.refused',
  'consent.withdrawn',
  'consent.invalidated',
  'consent.expired',
  'consent.read',
  'enrolment.closed',
  'notice.added',
  'import.started',
  'import.batch_committed',
  'import.finished',
  // the registry and the gate
  'registry.marked',
  'registry.not_marked',
  'registry.superseded',
  'registry.reviewed',
  'gate.refused',
  'gate.counted',
  // the erasure
  'erasure.planned',
  'erasure.plan_frozen',
  'erasure.step_started',
  'erasure.step_done',
  'erasure.step_waits',
  'erasure.keys_widened',
  'erasure.step_repeated',
  'erasure.recheck_outdated',
  'erasure.own_rows_erased',
  'erasure.step_failed',
  'erasure.step_given_up',
  'erasure.recipient_informed',
  'erasure.rechecked',
  'erasure.replayed',
  'certificate.issued',
  'certificate.viewed',
  'receipt.issued',
  'campaign.previewed',
  'campaign.started',
  'campaign.paused',
  'campaign.finished',
  // the log
  'log.exported',
  'log.verified',
  'log.sealed',
  'log.read_by_client',
  // set-up and operation
  'setting.changed',
  'law.mark_decided',
  'law.row_changed',
  'service.added',
  'service.changed',
  'system.added',
  'system.changed',
  'system.checked',
  'system.letter_sent',
  'key.rotated',
  'desk.initialised',
  'backup.made',
  'backup.restored',
  'demo.created',
  'job.failed',
  'work.settled',
  'record.expired',
  'notification.queued',
  'notification.sent',
  'notification.failed',
  'notification.bounced',
  'notification.retried',
  // what was refused or failed, whatever it was to do or to read
  'command.denied',
  'command.failed',
  'query.denied',
  'query.failed',
] as const

/** One of {@link auditCodes}. */
export type AuditCode = (typeof auditCodes)[number]

/**
 * Who acts: staff of the desk, a machine client, a job, the operator's command line, or nobody (not signed
 * in).
 */
export const actorTypes = ['staff', 'client', 'system', 'operator', 'nobody'] as const

/** One of {@link actorTypes}. */
export type ActorType = (typeof actorTypes)[number]

const known: ReadonlySet<string> = new Set(auditCodes)

/** Whether a string is a code that an entry may carry. */
export function isAuditCode(code: string): code is AuditCode {
  return known.has(code)
}

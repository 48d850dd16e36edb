import type { ClientScope, Role } from './actor-kinds.ts'
import type { Condition } from './conditions.ts'

/** Whoever a line of the table can let in. A client is let in by a scope, never by being a client. */
export type Grantee = Role | 'system' | 'operator' | 'nobody' | `scope:${ClientScope}`

/** Who may, each with what must hold beside it. Whoever is not named may not. */
export type Grants = { readonly [who in Grantee]?: readonly Condition[] }

/**
 * Who may do what (domain.md §2), and nothing else may be done: a permission that is not here is nobody's,
 * and a role that a line does not name is refused. To be read from left to right by somebody who does not
 * program: *permission: who: under which conditions*. An empty list means no condition beside the role.
 *
 * Three sentences of §2 that this table must keep, and its test repeats: an administrator looks nobody up and
 * neither opens nor decides a request; an auditor changes nothing but findings; the operator's command line
 * decides nothing and looks nobody up.
 */
export const policyTable = {
  // Signing in and out
  'session.sign_in': { nobody: [] },
  'session.sign_out': { agent: [], supervisor: [], auditor: [], administrator: [], nobody: ['own_session'] },
  'session.sign_out_everywhere': { agent: [], supervisor: [], auditor: [], administrator: [] },
  'session.view': { agent: [], supervisor: [], auditor: [], administrator: [] },
  'session.revoke': { administrator: [] },
  'preference.set': { agent: [], supervisor: [], auditor: [], administrator: [] },

  // Staff
  'desk.init': { operator: ['first_set_up'] },
  'demo.make': { operator: ['first_set_up'] },
  'staff.add': { administrator: ['not_about_oneself'], operator: [] },
  'staff.disable': { administrator: ['not_about_oneself'], operator: [] },
  'staff.change_role': { administrator: ['not_about_oneself'] },
  'staff.reset_mfa': { administrator: ['not_about_oneself'], operator: [] },
  'staff.list': { administrator: [] },
  'deputy.name': { supervisor: ['not_about_oneself'], administrator: ['not_about_oneself'] },

  // Set-up
  'client.add': { administrator: [], operator: [] },
  'client.revoke': { administrator: [], operator: [] },
  'client.list': { administrator: [], operator: [] },
  'setting.set': { administrator: [], operator: [] },
  'setting.list': { administrator: [], operator: [] },
  'law.set': { administrator: [], operator: [] },
  'law.list': { administrator: [], operator: [] },
  'service.add': { administrator: [], operator: [] },
  'service.list': { agent: [], supervisor: [], auditor: [], administrator: [], operator: [] },
  'notice.add': { administrator: [] },
  'notice.list': { agent: [], supervisor: [], auditor: [], administrator: [] },
  'system.add': { administrator: [], operator: [] },
  'system.remove': { administrator: [] },
  'system.list': { administrator: [], operator: [] },
  'system.check': { administrator: [], operator: [] },
  'job.list': { administrator: [] },
  'key.list': { administrator: [] },
  'script.list': { administrator: [] },
  'script.publish': { administrator: [] },
  'notification.list': { administrator: [] },
  'notification.retry': { administrator: [] },
  // A mail server's alias calls the command line with what came back.
  'notification.record_bounce': { operator: [] },
  'setup.view': { administrator: [] },
  'doctor.run': { operator: [] },
  'key.rotate': { operator: [] },
  'backup.make': { operator: [] },
  'backup.restore': { operator: [] },
  'metrics.read': { 'scope:metrics': [] },

  // Calls and letters
  'call.open': { agent: [] },
  'call.view': { agent: ['own_call'] },
  'call.note': { agent: ['own_call'] },
  'call.end': { agent: ['own_call'] },
  'call.resume': { agent: ['own_call'] },
  'call.hand_over': { agent: ['own_call'] },
  'call.take_over': { agent: [] },
  'call.wrap_up': { agent: ['own_call'] },
  'call.list_own': { agent: [] },
  'review.list': { supervisor: [] },
  'call.review': { supervisor: ['not_about_oneself'] },
  'intake.record': { agent: [] },

  // The person
  'person.look_up': { agent: ['own_call_or_intake', 'masked'] },
  'person.view': { agent: ['own_call', 'level_2'] },
  'person.reveal': { agent: ['own_call', 'level_2', 'coded_reason'] },
  // The registered number of one case that asks for a call-back, and nothing else of its person.
  'person.show_number': { agent: ['coded_reason'], supervisor: ['coded_reason'] },
  'person.report_contact_lost': { agent: ['own_call'] },
  'receipt.say': { agent: ['own_call', 'level_2'] },
  'verification.send_code': { agent: ['own_call'] },
  'verification.check_code': { agent: ['own_call'] },
  'verification.note_proof': { agent: ['own_call'] },
  // About a case that waits for its person; nothing of them is shown for it.
  'verification.send_link': { agent: [] },
  'verification.follow_link': { nobody: ['valid_link'] },
  'verification.check_document': { supervisor: [] },
  'verification.check_authority': { supervisor: [] },

  // Requests: opening and carrying
  'request.open': {
    agent: ['own_call_or_intake'],
    supervisor: ['ineligibility_kinds_only'],
    system: ['withdrawal_arrived'],
  },
  // A mark without a deletion, or its correction: asked for by staff, decided by another supervisor, or two.
  'request.open_mark': { agent: ['ineligibility_kinds_only'], supervisor: ['ineligibility_kinds_only'] },
  'request.receive': { 'scope:requests.write': ['vouched_level'] },
  'request.tell': { agent: ['own_call_or_intake'] },
  'telling.read': { nobody: ['valid_link'] },
  'request.submit': { agent: ['own_call_or_intake', 'level_for_kind'], nobody: ['valid_link'] },
  'request.view': { agent: ['own_case'], supervisor: [], auditor: ['masked'], 'scope:requests.read': [] },
  // Typed text about a person: for who decides, and for the agent whose case it is.
  'request.view_words': { supervisor: [] },
  'request.list_own': { agent: [], supervisor: [] },
  'request.answer': { agent: ['returned_to_actor'] },
  'request.park': { agent: ['own_case'] },
  'request.call_back': { agent: [], supervisor: [] },
  'request.dispute': { agent: ['own_call', 'level_1'], nobody: ['valid_link'] },
  'request.cancel': {
    agent: ['own_call', 'level_2'],
    supervisor: ['ineligibility_kinds_only', 'opened_it'],
    'scope:requests.write': ['vouched_level'],
  },
  'request.give_up': { agent: ['did_not_open'], supervisor: ['did_not_open'], system: [] },
  'request.no_data_found': { agent: ['own_case'] },
  // It is a look-up: theirs who may look people up.
  'request.name_subjects': { agent: ['own_case'] },
  'request.name_caller': { agent: ['own_call', 'level_2'] },
  'request.acknowledge': { agent: ['own_case'], system: [] },
  'request.advance': { system: [] },

  // Requests: deciding
  'queue.list': { supervisor: [] },
  'request.approve': { supervisor: ['no_part_in_request', 'right_to_decide_in_force', 'plan_as_shown'] },
  'request.return': { supervisor: ['no_part_in_request', 'right_to_decide_in_force'] },
  'request.reject': { supervisor: ['no_part_in_request', 'right_to_decide_in_force'] },
  'request.extend': { supervisor: [] },
  'request.resolve_dispute': { supervisor: ['no_part_in_request', 'right_to_decide_in_force'] },
  'request.answer_objection': { supervisor: ['no_part_in_request', 'right_to_decide_in_force'] },
  'request.find_erased_in_error': {
    supervisor: ['no_part_in_request', 'right_to_decide_in_force', 'second_supervisor'],
  },
  'request.retry': { supervisor: [] },
  'request.done_by_hand': { supervisor: ['second_supervisor'] },
  'request.keep': { supervisor: ['no_part_in_request', 'right_to_decide_in_force', 'second_supervisor'] },
  'plan.view': { agent: ['own_call', 'level_2'], supervisor: [], auditor: ['masked'], operator: ['masked'] },
  'access.fetch': { nobody: ['valid_link'] },
  'access.release': { agent: ['own_call', 'level_2'] },
  'access.release_by_link': { nobody: ['valid_link'] },
  'access.send_again': { agent: ['own_call', 'level_2'] },
  'access.send_link': { system: [] },
  'shift.view': { supervisor: [] },
  'partner.list': { supervisor: [] },
  'partner.note_letter': { supervisor: [] },
  'partner.note_contact': { supervisor: [] },
  'work_item.list': { supervisor: [] },
  'work_item.resolve': { supervisor: [] },

  // Legal holds
  'hold.place': { supervisor: [] },
  'hold.review': { supervisor: [] },
  'hold.lift': { supervisor: [] },
  'hold.list': { supervisor: [] },
  'hold.put': { 'scope:holds.write': [] },

  // Campaigns
  'campaign.preview': { supervisor: [], operator: [] },
  'campaign.approve': { supervisor: ['right_to_decide_in_force'] },
  'campaign.run': { supervisor: ['approved'], operator: ['approved'] },
  'campaign.status': { supervisor: [], auditor: [], operator: [] },

  // What is being typed, kept for whoever types it; whose call or case it is the verb itself finds out.
  'draft.keep': { agent: [], supervisor: [], administrator: [] },

  // What was done
  'case.view': { agent: ['own_case', 'masked'], supervisor: ['masked'], auditor: ['masked'] },
  'log.list': { auditor: [] },
  'log.view': { auditor: [] },
  'log.view_case': { auditor: [] },
  'log.export': { auditor: [], operator: [] },
  'log.verify': { auditor: [], operator: [] },
  'log.read': { 'scope:log.read': [] },
  'log.seal': { system: [], operator: [] },
  'sample.draw': { auditor: [] },
  'finding.note': { auditor: [] },
  'report.view': { supervisor: [], auditor: [] },

  // Data coming in
  'subject.put': { 'scope:subjects.write': [] },
  'consent.record': { 'scope:consents.write': [] },
  'consent.read': { 'scope:consents.read': [] },
  'import.people': { operator: [] },
  'import.notices': { operator: [] },
  'import.consents': { operator: [] },
  'import.holds': { operator: [] },

  // The registry and its gate
  'gate.ask': { 'scope:gate': [] },
  'gate.find_refusal': { agent: ['own_call', 'level_2'] },
  'gate.count': { system: [] },
  // An agent sees what they asked for, and no mark.
  'registry.list': { agent: ['own_case'], supervisor: [] },
  'registry.review': { supervisor: [] },
  'registry.mark': { system: ['approved'] },
  'registry.supersede': { system: ['approved'] },

  // The worker
  'job.give_up': { system: [] },
  'erasure.plan': { system: [] },
  'erasure.start': { system: [] },
  'erasure.run_step': { system: [] },
  'erasure.recheck': { system: [] },
  'erasure.finish': { system: [] },
  'erasure.end_retention': { system: [] },
  'erasure.replay': { operator: [], system: [] },
  'certificate.issue': { system: [] },
  'notification.send': { system: [] },
  'notification.view_demo_outbox': { agent: ['demo_only'], administrator: ['demo_only'] },
  'record.expire': { system: [] },
} as const satisfies Record<string, Grants>

/** The name of everything that can be asked for: `<noun>.<verb>`. */
export type Permission = keyof typeof policyTable

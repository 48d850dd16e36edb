import type { RequestKind } from '#domain/request/kinds.ts'
import { defaultRequestSettings, type RequestSettings } from '#domain/request/settings.ts'
import { settingMs, type Settings } from '#domain/settings/settings.ts'

/** The operator's **[C]** settings as the request machine takes them. What is no setting keeps the machine's figure. */
export function requestSettings(settings: Settings): RequestSettings {
  const withoutApproval: [RequestKind, boolean][] = [
    ['consent_withdrawal', settings.approve_consent_withdrawal],
    ['access', settings.approve_access],
    ['deregistration', settings.approve_deregistration],
    ['void_enrolment', settings.approve_void_enrolment],
  ]
  return {
    ...defaultRequestSettings,
    abandonAfterMs: settingMs(settings, 'abandoned_hours'),
    giveUpAfterMs: settingMs(settings, 'give_up_days'),
    answerReturnMs: settingMs(settings, 'return_days'),
    coolingOffMs: settingMs(settings, 'cooling_off_days'),
    accessGraceMs: settingMs(settings, 'access_release_days'),
    readingMs: settingMs(settings, 'told_in_writing_days'),
    parkTries: settings.park_tries,
    parkEscalateMs: settingMs(settings, 'park_days'),
    disputeMs: settingMs(settings, 'dispute_hours'),
    attentionMs: settingMs(settings, 'retry_hours'),
    secondRecheckMs: settingMs(settings, 'recheck_hours'),
    collectMs: settingMs(settings, 'access_collect_days'),
    escalateBeforeMs: settingMs(settings, 'escalation_hours'),
    newDeciderWaitMs: settingMs(settings, 'supervisor_grace_hours'),
    contactChangedDays: settings.contact_changed_days,
    clientMaxLevel: Math.min(2, settings.client_assurance_max) as 0 | 1 | 2,
    approvalNotNeeded: withoutApproval.filter(([, approve]) => !approve).map(([kind]) => kind),
  }
}

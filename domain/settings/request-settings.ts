import { defaultRequestSettings, type RequestSettings } from '#domain/request/settings.ts'
import type { RequestKind } from '#domain/request/kinds.ts'
import { settingMs, type FlagKey, type Settings } from './settings.ts'

const approvalFlags: readonly (readonly [RequestKind, FlagKey])[] = [
  ['consent_withdrawal', 'approve_consent_withdrawal'],
  ['access', 'approve_access'],
  ['deregistration', 'approve_deregistration'],
  ['void_enrolment', 'approve_void_enrolment'],
]

/**
 * The durations and counts of the request machine as the operator set them; its own figures stay as they are.
 */
export function requestSettingsFrom(settings: Settings): RequestSettings {
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
    clientMaxLevel: settings.client_assurance_max as RequestSettings['clientMaxLevel'],
    approvalNotNeeded: approvalFlags.filter(([, flag]) => !settings[flag]).map(([kind]) => kind),
  }
}

import type { SettingKey } from '#domain/settings/definitions.ts'
import type { SettingLineView } from '#usecases/views/settings.ts'

/** The settings by what they are about, in the order of a case. The headings: `values.group` in `settings`. */
const groups = {
  calls: [
    'home_country', 'contact_fresh_days', 'contact_changed_days', 'resume_minutes', 'case_link_hours', 'told_in_writing_days', 'client_assurance_max',
    'service_sensitive', 'lost_contact_hours',
  ],
  waiting: [
    'abandoned_hours', 'give_up_days', 'park_tries', 'park_days', 'dispute_hours', 'access_collect_days',
    'access_release_days', 'fallback_answer_months',
  ],
  deciding: [
    'supervisor_grace_hours', 'return_days', 'escalation_hours', 'approve_consent_withdrawal', 'approve_access',
    'approve_deregistration', 'approve_void_enrolment',
  ],
  erasing: ['cooling_off_days', 'retry_hours', 'recheck_hours', 'weak_identifier_bars_alone'],
  keeping: ['sealed_contact_days', 'keep_months', 'key_backup_days'],
  signIn: ['session_idle_minutes', 'session_absolute_hours'],
} as const satisfies Record<string, readonly SettingKey[]>

export type SettingGroup = keyof typeof groups | 'other'

/** The settings sorted into their groups. One that nobody has sorted yet stands under `other`, never nowhere. */
export function groupSettings(
  settings: readonly SettingLineView[],
): { group: SettingGroup; settings: SettingLineView[] }[] {
  const groupOf = new Map<string, SettingGroup>(
    Object.entries(groups).flatMap(([group, keys]) => keys.map((key) => [key, group as SettingGroup] as const)),
  )
  const names: SettingGroup[] = [...(Object.keys(groups) as SettingGroup[]), 'other']
  return names
    .map((group) => ({ group, settings: settings.filter(({ key }) => (groupOf.get(key) ?? 'other') === group) }))
    .filter((found) => found.settings.length > 0)
}

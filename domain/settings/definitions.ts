/** What a setting's number counts. `flag` is yes or no, `country` an ISO 3166-1 alpha-2 code. */
export type SettingUnit = 'days' | 'hours' | 'minutes' | 'months' | 'level' | 'times' | 'flag' | 'country'

interface NumberDefinition {
  readonly unit: Exclude<SettingUnit, 'flag' | 'country'>
  readonly initial: number
  readonly min: number
  readonly max: number
  readonly meaning: string
}

interface FlagDefinition {
  readonly unit: 'flag'
  readonly initial: boolean
  readonly meaning: string
}

interface CountryDefinition {
  readonly unit: 'country'
  readonly initial: string
  readonly meaning: string
}

export type SettingDefinition = NumberDefinition | FlagDefinition | CountryDefinition

/**
 * Every **[C]** of the domain book, with the default given there; the closed list of what an operator may
 * change (each change is an audited command). What is not here is a rule, not a choice. Numbers are whole.
 * The marks per law are not settings: they stand in the law table. `meaning` is for docs and for `desk
 * setting list`; screens use the message key `setting.<key>`.
 */
export const settingDefinitions = {
  // §3 Words
  home_country: {
    unit: 'country', initial: 'CN',
    meaning: 'Numbers without a + that are typed at the desk are read as this country’s.',
  },
  contact_fresh_days: {
    unit: 'days', initial: 7, min: 1, max: 365,
    meaning: 'A contact added or changed this recently gives at most level 1.',
  },
  resume_minutes: {
    unit: 'minutes', initial: 10, min: 0, max: 60,
    meaning: 'The same agent may resume an ended call with its level this long, while the line is open.',
  },
  case_link_hours: {
    unit: 'hours', initial: 72, min: 1, max: 336,
    meaning: 'How long a one-time link about a case can be used; one in a call works for ten minutes.',
  },
  told_in_writing_days: {
    unit: 'days', initial: 3, min: 1, max: 30,
    meaning: 'Time to read when the consequence is told in writing.',
  },

  // §4 What must always be true
  supervisor_grace_hours: {
    unit: 'hours', initial: 24, min: 0, max: 168,
    meaning: 'Who newly got the right to decide can not use it this long.',
  },
  access_release_days: {
    unit: 'days', initial: 7, min: 1, max: 30,
    meaning: 'How long an open access request may hold back an erasure of the same data.',
  },
  sealed_contact_days: {
    unit: 'days', initial: 7, min: 0, max: 90,
    meaning: 'One contact and the locale stay sealed this long after the last notice.',
  },

  // §5.1 How sure one must be
  contact_changed_days: {
    unit: 'days', initial: 30, min: 1, max: 365,
    meaning: 'Deletion and access need level 3 if a contact changed within this time.',
  },
  service_sensitive: {
    unit: 'flag', initial: false,
    meaning: 'A new service is marked sensitive unless said otherwise.',
  },
  client_assurance_max: {
    unit: 'level', initial: 2, min: 0, max: 2,
    meaning: 'The highest level that an operator’s app may vouch for.',
  },

  // §5.2 States
  abandoned_hours: {
    unit: 'hours', initial: 24, min: 1, max: 168,
    meaning: 'An open request that nobody submitted is moved on this long after its call or intake.',
  },
  approve_consent_withdrawal: {
    unit: 'flag', initial: false,
    meaning: 'A withdrawal of consent waits for approval.',
  },
  approve_access: {
    unit: 'flag', initial: false,
    meaning: 'A plain access waits for approval.',
  },
  approve_deregistration: {
    unit: 'flag', initial: false,
    meaning: 'A de-registration waits for approval even when its plan touches only what it must.',
  },
  approve_void_enrolment: {
    unit: 'flag', initial: false,
    meaning: 'A void enrolment waits for approval even when its plan touches only what it must.',
  },
  give_up_days: {
    unit: 'days', initial: 14, min: 1, max: 90,
    meaning: 'A request whose person could not be verified is given up after this time.',
  },
  return_days: {
    unit: 'days', initial: 5, min: 1, max: 30,
    meaning: 'A returned request that nobody answers comes back by itself.',
  },
  cooling_off_days: {
    unit: 'days', initial: 7, min: 0, max: 30,
    meaning: 'Between the approval of a deletion and its first destructive step.',
  },
  access_collect_days: {
    unit: 'days', initial: 30, min: 1, max: 90,
    meaning: 'A copy of the data that is not fetched ends as not collected.',
  },
  retry_hours: {
    unit: 'hours', initial: 72, min: 1, max: 336,
    meaning: 'A request that needs attention waits this long for a supervisor.',
  },
  recheck_hours: {
    unit: 'hours', initial: 24, min: 0, max: 168,
    meaning: 'Every system is asked once more this long after the first clean re-check.',
  },
  park_tries: {
    unit: 'times', initial: 3, min: 1, max: 10,
    meaning: 'A parked case is written to after this many call-backs that reached nobody.',
  },
  park_days: {
    unit: 'days', initial: 14, min: 1, max: 60,
    meaning: 'A parked case comes before a supervisor after this time.',
  },
  dispute_hours: {
    unit: 'hours', initial: 72, min: 1, max: 336,
    meaning: 'A dispute is resolved within this time.',
  },
  escalation_hours: {
    unit: 'hours', initial: 48, min: 1, max: 336,
    meaning: 'Escalation to deputies starts this long before a decision is due.',
  },

  // §5.4 Callers who are not simply the person
  lost_contact_hours: {
    unit: 'hours', initial: 72, min: 1, max: 336,
    meaning: 'The old contact may object this long before a document replaces it.',
  },

  // §6 Deadlines
  fallback_answer_months: {
    unit: 'months', initial: 1, min: 1, max: 3,
    meaning: 'Time to answer where no law of the table speaks.',
  },

  // §6, §7 What is kept
  keep_months: {
    unit: 'months', initial: 24, min: 1, max: 120,
    meaning: 'Calls, notes and ended cases end after this time.',
  },
  weak_identifier_bars_alone: {
    unit: 'flag', initial: true,
    meaning: 'A phone or e-mail bars alone if nobody else was known to have held it at the mark.',
  },

  // Signing in
  session_idle_minutes: {
    unit: 'minutes', initial: 30, min: 5, max: 480,
    meaning: 'A session that nobody used this long has ended.',
  },
  session_absolute_hours: {
    unit: 'hours', initial: 12, min: 1, max: 24,
    meaning: 'A session ends this long after the sign-in, however busy.',
  },

  // house.md, Personal data
  key_backup_days: {
    unit: 'days', initial: 30, min: 1, max: 365,
    meaning: 'The second file of a backup, the subjects’ keys, is kept this long.',
  },
} as const satisfies Record<string, SettingDefinition>

export type SettingKey = keyof typeof settingDefinitions

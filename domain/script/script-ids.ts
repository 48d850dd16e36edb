/** What there are words to read aloud for: before anybody is verified, each choice, and what became of an erasure. */
export const scriptIds = [
  'say_now',
  'opt_out',
  'access',
  'consent_withdrawal',
  'deregistration',
  'void_enrolment',
  'deletion_service',
  'deletion_service_no_mark',
  'deletion_account',
  'deletion_account_no_mark',
  'erased_barred',
  'erased_free',
] as const
export type ScriptId = (typeof scriptIds)[number]

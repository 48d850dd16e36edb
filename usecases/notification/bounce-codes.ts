/**
 * Why a message came back: an enhanced status of class 4 or 5 (RFC 3463) as the mail server reported it, or the word of
 * an SMS gateway. Short enough that no log entry takes it for a number of somebody's.
 */
export const bounceCodePattern = /^([45]\.\d{1,2}\.\d{1,3}|sms_(undeliverable|expired|rejected))$/

/** What a gateway may say of an SMS that it had taken; of these, only the last three say that it did not arrive. */
export const smsOutcomes = ['accepted', 'delivered', 'undeliverable', 'expired', 'rejected'] as const

export type SmsOutcome = (typeof smsOutcomes)[number]

/** The sentence that a screen says of a bounce: a key below `fault` in `messages`. RFC 3463 §3. */
export type BounceReason =
  | 'bounced_address' | 'bounced_mailbox_full' | 'bounced_mailbox' | 'bounced_route' | 'bounced_rules' | 'bounced'
  | 'bounced_sms'

const subjects: Readonly<Record<string, BounceReason>> = {
  1: 'bounced_address', 2: 'bounced_mailbox', 4: 'bounced_route', 5: 'bounced_route', 7: 'bounced_rules',
}

/** What a bounce code says in words. */
export function bounceReason(code: string): BounceReason {
  if (code.startsWith('sms_')) return 'bounced_sms'
  const [, subject = '', detail] = code.split('.')
  return subject === '2' && detail === '2' ? 'bounced_mailbox_full' : (subjects[subject] ?? 'bounced')
}

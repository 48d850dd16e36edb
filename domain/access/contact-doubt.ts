/** A contact of one subject, with what bears on how far it can be trusted. Times are epoch ms. */
export interface ContactFacts {
  readonly id: string
  readonly type: 'phone' | 'email'
  /** Since when the account system has it for this subject. */
  readonly heldFrom: number
  /** The first value of its type on file: loading it was no change of contact. */
  readonly firstLoad: boolean
  /** When the person registered, which dates a first load; null where nobody knows. */
  readonly registeredAt: number | null
  /** Subjects of *other* people that have it on file now. */
  readonly otherPeople: number
  readonly reportedLost: boolean
}

/** What dates a contact. */
export type ContactDates = Pick<ContactFacts, 'heldFrom' | 'firstLoad' | 'registeredAt'>

/**
 * Whether a contact took another one's place, or came beside it, not long ago: what the agent is warned of and the
 * supervisor shown as a risk. A first load is no change.
 *
 * @param spanMs  how long it is worth a word, setting `contact_changed_days`
 */
export const isChangedLately = (
  { heldFrom, firstLoad }: Pick<ContactDates, 'heldFrom' | 'firstLoad'>,
  now: number,
  spanMs: number,
): boolean => !firstLoad && now - heldFrom <= spanMs

/** What speaks against a contact; each is a message key below `contact_doubt.`. */
export type ContactDoubt = 'changed_in_this_call' | 'changed_recently' | 'shared' | 'reported_lost'

/**
 * When the contact was added or changed, in epoch ms, or null where there was no change. A first load counts
 * from the registration; without a registration date it is no change (domain.md §3, Verification).
 */
export function contactChangedAt(contact: ContactDates): number | null {
  return contact.firstLoad ? contact.registeredAt : contact.heldFrom
}

/**
 * Why a contact gives at most level 1, in the order in which the desk shows it; empty when nothing speaks
 * against it.
 *
 * @param freshMs how long a change counts as fresh, setting `contact_fresh_days`
 */
export function contactDoubts(
  contact: ContactFacts,
  at: { readonly now: number; readonly callStartedAt: number; readonly freshMs: number },
): ContactDoubt[] {
  const doubts: ContactDoubt[] = []
  const changedAt = contactChangedAt(contact)
  if (changedAt !== null && changedAt >= at.callStartedAt) doubts.push('changed_in_this_call')
  else if (changedAt !== null && at.now - changedAt < at.freshMs) doubts.push('changed_recently')
  if (contact.otherPeople > 0) doubts.push('shared')
  if (contact.reportedLost) doubts.push('reported_lost')
  return doubts
}

/**
 * Whole days since a contact was last added or changed, null when none ever was: deletion and access ask for
 * level 3 soon after a change (domain.md §5.1).
 */
export function contactChangedDaysAgo(contacts: readonly ContactDates[], now: number): number | null {
  const changes = contacts.map(contactChangedAt).filter((at) => at !== null)
  return changes.length === 0 ? null : Math.max(0, Math.floor((now - Math.max(...changes)) / 86_400_000))
}

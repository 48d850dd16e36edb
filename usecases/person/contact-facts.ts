import { contactChangedDaysAgo, type ContactFacts } from '#domain/access/contact-doubt.ts'
import type { Store } from '../ports/store.ts'
import type { IdentifierRecord } from '../ports/subject-store.ts'

/** A contact on file, with what bears on how far it can be trusted. `value` never leaves the process unmasked. */
export interface ContactOnFile extends ContactFacts {
  readonly value: string
}

/** The contacts that a subject has on file now. */
export async function contactsOf(
  store: Store,
  subject: { readonly id: string; readonly registeredAt: number | null },
  identifiers: readonly IdentifierRecord[],
): Promise<ContactOnFile[]> {
  const current = identifiers.filter((one) => one.heldTo === null)
  const samePerson = await samePersonAs(store, subject.id, current)
  return Promise.all(
    current.flatMap(({ id, type, value, heldFrom, firstLoad, reportedLostAt }) => {
      if (type !== 'phone' && type !== 'email') return []
      const { registeredAt } = subject
      const fact = { id, type, value, heldFrom, firstLoad, registeredAt, reportedLost: reportedLostAt !== null }
      return [othersWith(store, type, value, samePerson).then((otherPeople) => ({ ...fact, otherPeople }))]
    }),
  )
}

/** Whole days since one of the contacts that a subject has now was added or changed; null when that never was. */
export function contactsChangedDaysAgo(
  { registeredAt }: { readonly registeredAt: number | null },
  identifiers: readonly Pick<IdentifierRecord, 'type' | 'heldFrom' | 'heldTo' | 'firstLoad'>[],
  now: number,
): number | null {
  const contacts = identifiers.filter(({ type, heldTo }) => (type === 'phone' || type === 'email') && heldTo === null)
  return contactChangedDaysAgo(contacts.map((contact) => ({ ...contact, registeredAt })), now)
}

/** Two accounts of one person share a contact rightly: the same national id says so (domain book §5.4). */
async function samePersonAs(
  store: Store,
  subjectId: string,
  current: readonly IdentifierRecord[],
): Promise<ReadonlySet<string>> {
  const nationalId = current.find((one) => one.type === 'national_id')
  const own = nationalId === undefined ? [] : await store.subjects.findByIdentifier('national_id', nationalId.value)
  return new Set([subjectId, ...own])
}

async function othersWith(
  store: Store,
  type: 'phone' | 'email',
  value: string,
  samePerson: ReadonlySet<string>,
): Promise<number> {
  const holders = await store.subjects.findByIdentifier(type, value)
  return holders.filter((holder) => !samePerson.has(holder)).length
}

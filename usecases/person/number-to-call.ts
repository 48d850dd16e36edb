import { contactDoubts } from '#domain/access/contact-doubt.ts'
import type { Request } from '#domain/request/request.ts'
import { settingMs } from '#domain/settings/settings.ts'
import type { Store } from '../ports/store.ts'
import { hasDied } from '../verification/has-died.ts'
import { contactsOf } from './contact-facts.ts'

/** The phone on file that a case's person is called back at. `value` is shown by an audited verb and nowhere else. */
export interface NumberToCall {
  readonly value: string
  /** Every account of the case that has it, with the row under which it is on file there. */
  readonly held: readonly { readonly subjectId: string; readonly contactId: string }[]
}

/**
 * The first phone of the case's people against which nothing speaks: not added or changed in the last
 * `contact_fresh_days`, not reported lost, nobody else's (domain book §3, Verification). Nobody who died is called.
 *
 * @returns null where no number on file may be called
 */
export async function numberToCall(
  store: Store,
  request: Pick<Request, 'subjects'>,
  now: number,
): Promise<NumberToCall | null> {
  const freshMs = settingMs(await store.settings.all(), 'contact_fresh_days')
  const callable: { subjectId: string; contactId: string; value: string }[] = []
  for (const { subjectId, known } of request.subjects) {
    const subject = known === 'on_file' ? await store.subjects.get(subjectId) : null
    if (subject?.status !== 'active' || (await hasDied(store, subjectId))) continue
    const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subjectId))
    for (const contact of contacts) {
      if (contact.type !== 'phone') continue
      if (contactDoubts(contact, { now, callStartedAt: now, freshMs }).length > 0) continue
      callable.push({ subjectId, contactId: contact.id, value: contact.value })
    }
  }
  const [first] = callable
  if (first === undefined) return null
  const held = callable.filter(({ value }) => value === first.value)
  return { value: first.value, held: held.map(({ subjectId, contactId }) => ({ subjectId, contactId })) }
}

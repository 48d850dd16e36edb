import { z } from 'zod'
import { scriptBook } from '#domain/script/script.ts'
import type { CommandContext } from '../command.ts'
import type { MessagePlace } from '../ports/notification-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { heirOf } from '../verification/has-died.ts'
import { contactToTell } from './contact-to-tell.ts'

type Reach = Pick<CommandContext<unknown>, 'store' | 'channels'>

/** Where each person of a request is told of it now; where none is on file, the contact that was sealed beside it. */
export async function placesOf(context: Reach, { request }: StoredRequest): Promise<MessagePlace[]> {
  const places: MessagePlace[] = []
  for (const { subjectId, known } of request.subjects) {
    const place = known === 'on_file' ? await placeOfPerson(context, subjectId) : null
    if (place !== null) places.push(place)
  }
  return places.length > 0 ? places : sealedPlace(context, request.id)
}

/**
 * Where a person on file is told something now; null where they are gone or nothing is on file. `notAt`: a contact from
 * which something came back, so that only another one counts that can be reached.
 */
export async function placeOfPerson(
  { store, channels }: Reach,
  subjectId: string,
  notAt: string | null = null,
): Promise<MessagePlace | null> {
  const subject = await store.subjects.get(subjectId)
  if (subject?.status !== 'active') return null
  // Nobody is told at the contacts of somebody who died: the heir stated one of their own (decision 0020).
  const heir = await heirOf(store, subjectId)
  if (heir !== null) {
    const { locale } = scriptBook(heir.locale)
    const channel = heir.contact.type === 'phone' ? 'sms' : 'email'
    return { channel, locale, subjectId, identifierId: heir.id, sealedId: null }
  }
  const current = (await store.subjects.identifiers(subjectId)).filter((one) => one.heldTo === null && one.id !== notAt)
  const contact = contactToTell(current, channels)
  if (contact === undefined) return null
  const channel = contact.type === 'phone' ? 'sms' : 'email'
  if (notAt !== null && !channels[channel]) return null
  const { locale } = scriptBook(subject.locale ?? 'en')
  return { channel, locale, subjectId, identifierId: contact.id, sealedId: null }
}

/** One contact that was sealed beside a case: of who was erased, or the one that a letter gave. */
export async function sealedPlace({ store }: Pick<Reach, 'store'>, requestId: string): Promise<MessagePlace[]> {
  const sealed = await store.erasure.sealed(requestId, 'contact', null)
  const contact = sealed === null ? null : sealedContact(sealed)
  if (contact === null) return []
  const channel = contact.type === 'phone' ? 'sms' : 'email'
  // The sealed row is found by its request: one contact is kept, and no more.
  const { locale } = scriptBook(contact.locale)
  return [{ channel, locale, subjectId: null, identifierId: null, sealedId: requestId }]
}

const SealedContact = z.object({ type: z.enum(['phone', 'email']), value: z.string(), locale: z.string() })

/** What the erasure sealed for the last notice; null when it can not be read. */
export function sealedContact(text: string): z.infer<typeof SealedContact> | null {
  const read = SealedContact.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}

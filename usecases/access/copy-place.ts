import { contactDoubts } from '#domain/access/contact-doubt.ts'
import { scriptBook } from '#domain/script/script.ts'
import { settingMs } from '#domain/settings/settings.ts'
import type { CommandContext } from '../command.ts'
import { contactToTell } from '../notification/contact-to-tell.ts'
import { placeOfPerson } from '../notification/message-places.ts'
import { contactsOf } from '../person/contact-facts.ts'
import type { MessagePlace } from '../ports/notification-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { hasDied } from '../verification/has-died.ts'

type Reach = Pick<CommandContext<unknown>, 'store' | 'channels' | 'now'>

/**
 * Where the link to a copy may go: a contact on file that gives level 2 by itself (domain book §3), since whoever opens
 * it reads everything. Of somebody who died it is the contact that their heir was verified by. Null where there is none
 * now: one that was changed becomes good with its days.
 *
 * @param notAt a contact from which the link came back, so that only another one counts that can be reached
 */
export async function copyPlace(
  context: Reach,
  { request }: Pick<StoredRequest, 'request'>,
  notAt: string | null = null,
): Promise<MessagePlace | null> {
  for (const { subjectId, known } of request.subjects) {
    const place = known === 'on_file' ? await placeOf(context, subjectId, notAt) : null
    if (place !== null) return place
  }
  return null
}

async function placeOf(context: Reach, subjectId: string, notAt: string | null): Promise<MessagePlace | null> {
  const { store, channels, now } = context
  const subject = await store.subjects.get(subjectId)
  if (subject?.status !== 'active') return null
  if (await hasDied(store, subjectId)) return placeOfPerson(context, subjectId, notAt)
  const freshMs = settingMs(await store.settings.all(), 'contact_fresh_days')
  const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subjectId))
  const sure = contacts.filter(
    (one) => one.id !== notAt && contactDoubts(one, { now, callStartedAt: now, freshMs }).length === 0,
  )
  const contact = contactToTell(sure, channels)
  if (contact === undefined) return null
  const channel = contact.type === 'phone' ? 'sms' : 'email'
  if (notAt !== null && !channels[channel]) return null
  const { locale } = scriptBook(subject.locale ?? 'en')
  return { channel, locale, subjectId, identifierId: contact.id, sealedId: null }
}

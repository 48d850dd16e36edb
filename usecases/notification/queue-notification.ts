import { z } from 'zod'
import { scriptBook } from '#domain/script/script.ts'
import { command, type CommandContext } from '../command.ts'
import { notFound } from '../errors.ts'
import type { JobRequest } from '../event.ts'
import type { NotificationRecord } from '../ports/notification-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { contactToTell } from './contact-to-tell.ts'
import { notificationJob } from './notification-job.ts'

type Where = Pick<NotificationRecord, 'channel' | 'locale' | 'subjectId' | 'identifierId' | 'sealedId'>

/**
 * Turns what a request's step asked for into messages: to the phone on file of each of its people, else to the e-mail,
 * of the two the one that this desk can send to; to the sealed contact of who was erased, or of who wrote and is not
 * known. Whoever works here learns it from the lists that the case stands on, and from its entries, so for them nothing
 * is sent. Partners are told by their systems' own tasks.
 */
export const queueNotification = command({
  name: 'notification.queue',
  permission: 'notification.send',
  input: z.object({
    request: z.uuid(),
    template: z.string().regex(/^[a-z0-9_]{1,60}$/),
    to: z.string().regex(/^[a-z_]{1,40}$/),
    human: z.string().max(64).nullable().default(null),
    /** The job's own key: run again after a crash, it makes the same messages, not more. */
    key: z.string().max(200),
  }),
  async run(context) {
    const { input, store, secrets, now } = context
    const stored = await store.requests.byId(input.request)
    if (stored === null) throw notFound('request')
    const places =
      input.to === 'contact_on_file' ? await placesOf(context, stored)
      : input.to === 'stated_contact' ? await sealedPlace(context, stored)
      : []
    const jobs: JobRequest[] = []
    for (const [index, place] of places.entries()) {
      const id = asUuid(secrets.fingerprint('notification', `${input.key}:${index}`))
      if ((await store.notifications.get(id)) !== null) continue
      await store.notifications.add({
        ...place,
        id,
        template: input.template,
        requestId: stored.request.id,
        verificationId: null,
        state: 'queued',
        createdAt: now,
        sentAt: null,
        fault: null,
      })
      jobs.push(notificationJob(id))
    }
    const data = { template: input.template, to: input.to, messages: jobs.length }
    return {
      value: { messages: jobs.length },
      events: [{ what: 'notification.queued', ...aboutRequest(stored.request), data }],
      jobs,
    }
  },
})

/** A keyed hash in the shape of an id (RFC 9562, version 8). */
const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`

async function placesOf(
  { store, channels }: Pick<CommandContext<unknown>, 'store' | 'channels'>,
  stored: StoredRequest,
): Promise<Where[]> {
  const { request } = stored
  const places: Where[] = []
  for (const { subjectId, known } of request.subjects) {
    const subject = known === 'on_file' ? await store.subjects.get(subjectId) : null
    if (subject?.status !== 'active') continue
    const current = (await store.subjects.identifiers(subjectId)).filter((one) => one.heldTo === null)
    const contact = contactToTell(current, channels)
    if (contact === undefined) continue
    const channel = contact.type === 'phone' ? 'sms' : 'email'
    const { locale } = scriptBook(subject.locale ?? 'en')
    places.push({ channel, locale, subjectId, identifierId: contact.id, sealedId: null })
  }
  return places.length > 0 ? places : sealedPlace({ store }, stored)
}

/** One contact that was sealed beside a case: of who was erased, or the one that a letter gave. */
async function sealedPlace(
  { store }: Pick<CommandContext<unknown>, 'store'>,
  { request }: StoredRequest,
): Promise<Where[]> {
  const sealed = await store.erasure.sealed(request.id, 'contact', null)
  const contact = sealed === null ? null : sealedContact(sealed)
  if (contact === null) return []
  const channel = contact.type === 'phone' ? 'sms' : 'email'
  // The sealed row is found by its request: one contact is kept, and no more.
  const { locale } = scriptBook(contact.locale)
  return [{ channel, locale, subjectId: null, identifierId: null, sealedId: request.id }]
}

const SealedContact = z.object({ type: z.enum(['phone', 'email']), value: z.string(), locale: z.string() })

/** What the erasure sealed for the last notice; null when it can not be read. */
export function sealedContact(text: string): z.infer<typeof SealedContact> | null {
  const read = SealedContact.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}

import { z } from 'zod'
import type { Request } from '#domain/request/request.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import type { JobRequest } from '../event.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { addReadingLink } from '../telling/add-reading-link.ts'
import { letterLost, tellingTemplate, writtenAtOf } from '../telling/letter-lost.ts'
import { notificationJob } from './notification-job.ts'
import { placesOf, sealedPlace } from './message-places.ts'

/**
 * Turns what a request's step asked for into messages: to the phone on file of each of its people, else to the e-mail,
 * of the two the one that this desk can send to; to the sealed contact of who was erased, or of who wrote and is not
 * known. Whoever works here learns it from the lists that the case stands on, and from its entries, so for them nothing
 * is sent. Partners are told by their systems' own tasks. What tells a deletion's consequence carries a link, and tells
 * nobody where there is nowhere to send it.
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
    const tells = input.template === tellingTemplate
    const places =
      // Written for a case that has gone on meanwhile: nobody is told any more.
      tells && writtenAtOf(stored) === null ? []
      : input.to === 'contact_on_file' ? await placesOf(context, stored)
      : input.to === 'stated_contact' ? await sealedPlace(context, stored.request.id)
      : []
    const jobs: JobRequest[] = []
    for (const [index, place] of places.entries()) {
      const id = asUuid(secrets.fingerprint('notification', `${input.key}:${index}`))
      if ((await store.notifications.get(id)) !== null) continue
      await store.notifications.add({
        ...place,
        // In the language that it is told in, which is the caller's.
        locale: tells ? (stored.request.told?.locale ?? place.locale) : place.locale,
        id,
        template: input.template,
        requestId: stored.request.id,
        verificationId: null,
        state: 'queued',
        createdAt: now,
        sentAt: null,
        fault: null,
      })
      if (tells) await addReadingLink(context, stored, place, id)
      jobs.push(notificationJob(id))
    }
    const lost = tells && places.length === 0 ? await letterLost(context, stored) : { events: [], jobs: [] }
    const data = { template: input.template, to: contactNamed(input.to, stored.request), messages: jobs.length }
    return {
      value: { messages: jobs.length },
      events: [{ what: 'notification.queued', ...aboutRequest(stored.request), data }, ...lost.events],
      jobs: [...jobs, ...lost.jobs],
    }
  },
})

/** Of somebody about whom nothing is on file the log says so: what they are told goes to the contact that they gave. */
const contactNamed = (to: string, { subjects }: Pick<Request, 'subjects'>): string =>
  to === 'contact_on_file' && !subjects.some(({ known }) => known === 'on_file') ? 'stated_contact' : to

/** A keyed hash in the shape of an id (RFC 9562, version 8). */
const asUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`

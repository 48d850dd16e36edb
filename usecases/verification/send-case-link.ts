import { scriptBook } from '#domain/script/script.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import type { AuditEvent, AuditEvents, JobRequest } from '../event.ts'
import { notificationJob } from '../notification/notification-job.ts'
import type { NotificationRecord } from '../ports/notification-store.ts'
import { caseByCode } from '../request/act-on-case.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { sendLinkInput } from '../views/case-inputs.ts'
import { addLink } from './add-link.ts'
import { linkPlaces } from './case-link.ts'

/**
 * Asks everybody whom a case names, at a contact on file, whether they asked for it: a letter or an e-mail came in
 * their name, and nobody is on the line. Whoever has the time sends it, as they would call back; nothing of the person
 * is shown for it. A newer link takes the place of an earlier one.
 */
export const sendCaseLink = command({
  name: 'verification.send_link',
  permission: 'verification.send_link',
  input: sendLinkInput,
  async run(context) {
    const { input, store, ids, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const { request } = stored
    const about = aboutRequest(request)
    const { absent, lock, places } = await linkPlaces(context, stored)
    if (absent || lock !== null || places.length === 0) throw preconditionFailed('link_not_possible', about)
    const expiresAt = now + settingMs(await store.settings.all(), 'case_link_hours')
    const earlier = await store.links.ofRequest(request.id)
    const events: AuditEvent[] = []
    const jobs: JobRequest[] = []
    for (const { subject, contact } of places) {
      for (const one of earlier) {
        if (one.subjectId === subject.id && one.outcome === 'pending') await store.links.end(one.id, 'superseded', now)
      }
      const notification: NotificationRecord = {
        id: ids.uuid(),
        channel: contact.type === 'phone' ? 'sms' : 'email',
        template: 'one_time_link_case',
        locale: scriptBook(subject.locale ?? 'en').locale,
        subjectId: subject.id,
        identifierId: contact.id,
        sealedId: null,
        requestId: request.id,
        verificationId: null,
        state: 'queued',
        createdAt: now,
        sentAt: null,
        fault: null,
      }
      await store.notifications.add(notification)
      await addLink(context, notification, { expiresAt, about })
      const way = contact.type === 'phone' ? 'link_phone' : 'link_email'
      events.push({ what: 'verification.link_sent', ...about, subjects: [subject.id], data: { way, notification: notification.id } })
      jobs.push(notificationJob(notification.id))
    }
    return { value: { sent: places.length }, events: events as unknown as AuditEvents, jobs }
  },
})

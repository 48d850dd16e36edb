import { scriptBook } from '#domain/script/script.ts'
import type { CommandContext } from '../command.ts'
import type { JobRequest } from '../event.ts'
import { notificationJob } from '../notification/notification-job.ts'
import type { SubjectRecord } from '../ports/subject-store.ts'

/**
 * Tells the person at every contact on file, the one that was reported lost among them, that somebody claims to be them
 * or to act for them. Which one still reaches them nobody knows.
 */
export async function tellPerson(
  { store, ids, now }: Pick<CommandContext<unknown>, 'store' | 'ids' | 'now'>,
  subject: SubjectRecord,
  template: 'contact_reported_lost' | 'represented',
): Promise<JobRequest[]> {
  const jobs: JobRequest[] = []
  for (const contact of await store.subjects.identifiers(subject.id)) {
    if (contact.heldTo !== null || (contact.type !== 'phone' && contact.type !== 'email')) continue
    const id = ids.uuid()
    await store.notifications.add({
      id,
      channel: contact.type === 'phone' ? 'sms' : 'email',
      template,
      locale: scriptBook(subject.locale ?? 'en').locale,
      subjectId: subject.id,
      identifierId: contact.id,
      sealedId: null,
      requestId: null,
      verificationId: null,
      state: 'queued',
      createdAt: now,
      sentAt: null,
      fault: null,
    })
    jobs.push(notificationJob(id))
  }
  return jobs
}

import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import { formatCaseCode } from '#domain/request/case-code.ts'
import { isToBeFetched } from '#usecases/access/copy-behind.ts'
import { copyTemplate } from '#usecases/access/copy-template.ts'
import { runCommand, type Runtime } from '#usecases/command.ts'
import { AppError, unavailable } from '#usecases/errors.ts'
import { finishNotification } from '#usecases/notification/finish-notification.ts'
import { messageToken } from '#usecases/notification/message-token.ts'
import { sealedContact } from '#usecases/notification/message-places.ts'
import { jurisdictionsOf } from '#usecases/request/law-facts.ts'
import type { ReadingLinkRecord } from '#usecases/ports/reading-store.ts'
import type { StoredRequest } from '#usecases/ports/request-store.ts'
import { tellingTemplate } from '#usecases/telling/letter-lost.ts'
import { linkTemplates } from '#usecases/verification/add-link.ts'
import type { NotificationRecord } from '#usecases/ports/notification-store.ts'
import type { Notifier } from '#usecases/ports/notifier.ts'
import type { Store } from '#usecases/ports/store.ts'
import { logFault } from '../log.ts'
import { SendFault, type Message } from './message.ts'
import { renderMessage, type MessageFills } from './render-message.ts'
import type { Senders } from './senders.ts'

const system = { kind: 'system', id: 'notifier' } as const

/** How long somebody on the line waits for a message to leave, in ms. */
const waitMs = 2_500

/** What is to be done with a waiting message. */
type Ready = { readonly message: Message } | { readonly outbox: true } | { readonly fault: string }

/**
 * Messages to people: read and rendered here, sent outside any transaction, and their end recorded by a command of
 * the system's. A demo without mail or SMS keeps none: its outbox is the screen.
 *
 * @param publicUrl where the links in messages lead to
 */
export function notifierOver(runtime: Runtime, senders: Senders, publicUrl: string): Notifier {
  const finish = (notificationId: string, state: 'sent' | 'failed', fault: string | null) =>
    runCommand(runtime, finishNotification, { notificationId, state, fault }, system)

  async function deliver(notificationId: string): Promise<void> {
    const notification = await runtime.unitOfWork.read((store) => store.notifications.get(notificationId))
    if (notification === null || notification.state !== 'queued') return
    const outside = { runtime, senders, publicUrl }
    const ready = await runtime.unitOfWork.read((store) => prepare(outside, store, notification))
    if ('fault' in ready) {
      await finish(notificationId, 'failed', ready.fault)
      return
    }
    if ('message' in ready) {
      const send = senders[notification.channel]
      try {
        await send?.(ready.message)
      } catch (fault) {
        if (!(fault instanceof SendFault)) throw fault
        if (fault.again) throw unavailable(fault.code, fault.retryAfter)
        await finish(notificationId, 'failed', fault.code)
        return
      }
    }
    await finish(notificationId, 'sent', null)
  }

  return {
    deliver,
    async tryNow(notificationId) {
      const sent = deliver(notificationId).catch((fault: unknown) => {
        if (!(fault instanceof AppError)) logFault('notification.try_now', fault)
      })
      let timer: NodeJS.Timeout | undefined
      const waited = new Promise<void>((resolve) => (timer = setTimeout(resolve, waitMs)))
      await Promise.race([sent, waited])
      clearTimeout(timer)
    },
  }
}

/** What lies around a message. */
interface Outside {
  readonly runtime: Runtime
  readonly senders: Senders
  readonly publicUrl: string
}

/** Finds the contact and writes the words. What can not be said any more (an old code) is not sent. */
async function prepare(
  { runtime, senders, publicUrl }: Outside,
  store: Store,
  notification: NotificationRecord,
): Promise<Ready> {
  const { id, verificationId, requestId, template, locale, channel } = notification
  const contact = await contactOf(store, notification)
  if (contact === null) return { fault: 'no_contact' }
  let fills: MessageFills = {}
  if (verificationId !== null) {
    const verification = await store.calls.verification(verificationId)
    if (verification?.outcome !== 'pending' || verification.expiresAt <= runtime.clock.now()) return { fault: 'code_over' }
    if (template === 'one_time_code') fills = { code: runtime.secrets.oneTimeCode(verificationId) }
  }
  if (requestId !== null) fills = { ...fills, ...(await fillsOf(runtime, store, requestId, template)) }
  if (linkTemplates.includes(template)) {
    const link = await store.links.get(id)
    if (link?.outcome !== 'pending' || link.expiresAt <= runtime.clock.now()) return { fault: 'code_over' }
    const stored = requestId === null ? null : await store.requests.byId(requestId)
    const zone = stored === null ? zoneOf(anywhere) : await zoneOfPeople(store, stored)
    const address = `${publicUrl.replace(/\/$/, '')}/confirm/${runtime.secrets.readingToken(id)}`
    fills = { ...fills, link: address, until: { at: link.expiresAt, zone } }
  }
  if (template === tellingTemplate) {
    const link = await store.readings.get(id)
    if (link === null || link.expiresAt <= runtime.clock.now()) return { fault: 'reading_over' }
    const stored = await store.requests.byId(link.requestId)
    const until = { at: link.expiresAt, zone: stored === null ? zoneOf(anywhere) : await zoneOfPeople(store, stored) }
    fills = { ...fills, ...tellingFills(runtime, link, publicUrl), until }
  }
  if (template === copyTemplate && requestId !== null) {
    const stored = await store.requests.byId(requestId)
    const [newest] = await store.copies.ofRequest(requestId)
    if (stored === null || newest?.id !== id || !isToBeFetched(stored.request, runtime.clock.now())) return { fault: 'copy_over' }
    const link = `${addressOf(publicUrl)}/copy/${runtime.secrets.copyToken(id)}`
    fills = { ...fills, link, until: { at: stored.request.clock.at, zone: await zoneOfPeople(store, stored) } }
  }
  const words = renderMessage(template, locale, fills)
  if (words === null) return { fault: 'no_template' }
  if (senders[channel] === null) {
    return (await store.settings.meta('demo')) === 'yes' ? { outbox: true } : { fault: 'no_channel' }
  }
  const token = messageToken(runtime.secrets, id)
  return { message: { ...words, to: contact, locale, idempotencyKey: `notification.send:${id}`, token } }
}

/** What a message says of its request: codes and dates, nothing that names a service. */
async function fillsOf(runtime: Runtime, store: Store, requestId: string, template: string): Promise<MessageFills> {
  const stored = await store.requests.byId(requestId)
  if (stored === null) return {}
  const { request } = stored
  const remedies = request.rejection?.remedies ?? []
  const fills: MessageFills = { caseCode: formatCaseCode(request.caseCode), remedies }
  if (template === 'receipt') {
    const certificate = (await store.erasure.certificates(requestId)).at(-1)
    return certificate === undefined ? fills : { ...fills, receipt: runtime.secrets.receipt(certificate.id) }
  }
  if (template === 'copy_hurries' && request.hastenedUntil !== null) {
    return { ...fills, until: { at: request.hastenedUntil, zone: await zoneOfPeople(store, stored) } }
  }
  if (request.extended === null) return fills
  const until = { at: request.dueAt, zone: await zoneOfPeople(store, stored) }
  return { ...fills, reason: request.extended.reason, until }
}

const addressOf = (publicUrl: string): string => publicUrl.replace(/\/$/, '')

/** Whether it bars for good, and where that is said in full. The link's secret is made here and stored nowhere. */
const tellingFills = (runtime: Runtime, { id, scriptId }: ReadingLinkRecord, publicUrl: string): MessageFills => ({
  consequence: scriptId.endsWith('_no_mark') ? 'not_barred' : 'barred',
  link: `${addressOf(publicUrl)}/told/${runtime.secrets.readingToken(id)}`,
})

/** The zone that a request's dates are counted in. */
async function zoneOfPeople(store: Store, { request, origin }: StoredRequest): Promise<string> {
  const subjectIds = request.subjects.map((subject) => subject.subjectId)
  const [place] = await jurisdictionsOf(store, subjectIds, origin.jurisdiction)
  return zoneOf(place ?? anywhere)
}

async function contactOf(store: Store, notification: NotificationRecord): Promise<string | null> {
  const { subjectId, identifierId, sealedId } = notification
  if (sealedId !== null) {
    const text = await store.erasure.sealed(sealedId, 'contact', null)
    return text === null ? null : (sealedContact(text)?.value ?? null)
  }
  if (subjectId === null) return null
  const subject = await store.subjects.get(subjectId)
  if (subject?.status !== 'active') return null
  const onFile = (await store.subjects.identifiers(subjectId)).find((one) => one.id === identifierId)
  if (onFile !== undefined) return onFile.value
  // A contact that a caller stated for a check: a code goes to it, and of somebody who died every word to the heir.
  const check = identifierId === null ? null : await store.checks.get(identifierId)
  return check?.subjectId === subjectId ? check.contact.value : null
}

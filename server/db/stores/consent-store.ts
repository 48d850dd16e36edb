import { createHash, randomUUID } from 'node:crypto'
import type { ConsentEvent, ConsentState } from '#domain/consent/consent-event.ts'
import type { Control } from '#domain/consent/notice.ts'
import type { ConsentStore, NoticeRecord, ServiceRecord } from '#usecases/ports/consent-store.ts'
import { conflict } from '#usecases/errors.ts'
import type { Vault } from '../../keys/vault.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type EventRow = NonNullable<Awaited<ReturnType<Tx['consentEvent']['findUnique']>>>
type NoticeRow = NonNullable<Awaited<ReturnType<Tx['notice']['findUnique']>>>
type ServiceRow = { key: string; restsOn: string; sensitive: boolean; purposes: { purpose: string }[] }

/** The keyed hash under which a sender's event id is known: the same for imports and the API. */
export const eventKeyOf = (vault: Vault, eventId: string): Uint8Array<ArrayBuffer> => vault.keyedHash('event-id', eventId)

/** A sent event: with the sender's id, or told from others by all that it says. */
type SentConsent = Parameters<ConsentStore['bySender']>[0]

/** The sender's id of the event; where there is none, the row itself, so that the same row twice is one event. */
export const senderKeyOf = (vault: Vault, row: SentConsent): Uint8Array<ArrayBuffer> =>
  row.eventId !== null
    ? eventKeyOf(vault, row.eventId)
    : vault.keyedHash(
        'event-row',
        JSON.stringify([
          row.externalId, row.purpose, row.noticeVersion, row.state, row.indication, row.channel, row.occurredAt,
          row.evidenceRef,
        ]),
      )

/** SHA-256 of a notice's exact text, hex. */
export const textSha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const serviceRecord = (row: ServiceRow): ServiceRecord => ({
  key: row.key,
  restsOn: row.restsOn,
  purposes: row.purposes.map(({ purpose }) => purpose).toSorted(),
  sensitive: row.sensitive,
})

const noticeRecord = (row: NoticeRow): NoticeRecord => ({
  id: row.id,
  purpose: row.purpose,
  version: row.version,
  locale: row.locale,
  title: row.title,
  text: row.text,
  textSha256: row.textSha256,
  control: row.control as Control,
  prominence: row.prominence,
  bundledWith: row.bundledWith,
  validFrom: toMs(row.validFrom),
  validTo: toMsOrNull(row.validTo),
})

const consentEvent = (row: EventRow): ConsentEvent => ({
  id: row.id,
  purpose: row.purpose,
  noticeVersion: row.noticeVersion,
  state: row.state as ConsentState,
  indication: row.indication,
  channel: row.channel,
  occurredAt: toMs(row.occurredAt),
  recordedAt: toMs(row.recordedAt),
  source: row.source,
  hasEvidence: row.evidence !== null,
  concerns: row.concerns,
})

/** What makes two notices the same one: all that the person was shown, and when. */
const sameNotice = (a: Omit<NoticeRecord, 'id'>, b: Omit<NoticeRecord, 'id'>): boolean =>
  a.title === b.title && a.textSha256 === b.textSha256 && a.control === b.control && a.prominence === b.prominence &&
  a.bundledWith === b.bundledWith && a.validFrom === b.validFrom && a.validTo === b.validTo

/** Services, notices and the append-only consent events. */
export function consentStore({ tx, vault, subjectKeys }: DatabaseScope): ConsentStore {
  return {
    async services() {
      return (await tx.service.findMany({ include: { purposes: true }, orderBy: { key: 'asc' } })).map(serviceRecord)
    },
    async service(key) {
      const row = await tx.service.findUnique({ where: { key }, include: { purposes: true } })
      return row && serviceRecord(row)
    },
    async addService({ key, restsOn, purposes, sensitive }, now) {
      await tx.service.create({ data: { key, restsOn, sensitive, createdAt: toDate(now) } })
      await tx.servicePurpose.createMany({ data: purposes.map((purpose) => ({ serviceKey: key, purpose })) })
    },
    async names() {
      const byKey = Map.groupBy(await tx.displayName.findMany(), ({ key }) => key)
      return new Map([...byKey].map(([key, rows]) => [key, new Map(rows.map(({ locale, text }) => [locale, text]))]))
    },
    async setName({ key, locale, text }) {
      await tx.displayName.upsert({
        where: { key_locale: { key, locale } },
        create: { key, locale, text },
        update: { text },
      })
    },
    async notices(purposes) {
      const rows = await tx.notice.findMany({
        where: purposes === undefined ? {} : { purpose: { in: [...purposes] } },
        orderBy: [{ purpose: 'asc' }, { validFrom: 'asc' }, { version: 'asc' }, { locale: 'asc' }],
      })
      return rows.map(noticeRecord)
    },
    async addNotice(notice, now) {
      const { purpose, version, locale } = notice
      const wanted = { ...notice, textSha256: textSha256(notice.text) }
      const row = await tx.notice.findUnique({ where: { purpose_version_locale: { purpose, version, locale } } })
      if (row !== null) {
        if (sameNotice(noticeRecord(row), wanted)) return 'unchanged'
        // What was shown to people can not be said to have been something else afterwards.
        throw conflict('notice_differs')
      }
      await tx.notice.create({
        data: {
          ...wanted,
          id: randomUUID(),
          validFrom: toDate(notice.validFrom),
          validTo: toDateOrNull(notice.validTo),
          recordedAt: toDate(now),
        },
      })
      return 'added'
    },
    async events(subjectId) {
      const rows = await tx.consentEvent.findMany({
        where: { subjectId },
        orderBy: [{ occurredAt: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }],
      })
      return rows.map(consentEvent)
    },
    async bySender(sent) {
      const row = await tx.consentEvent.findUnique({
        where: { eventKey: senderKeyOf(vault, sent) },
        select: { subjectId: true, purpose: true, state: true, occurredAt: true },
      })
      return row && { ...row, occurredAt: toMs(row.occurredAt) }
    },
    async append({ id: wantedId, externalId, eventId, evidenceRef, occurredAt, ...event }, now, source) {
      const sent = externalId === undefined ? null : { ...event, externalId, eventId, evidenceRef, occurredAt }
      const ownKey = eventId === null ? null : eventKeyOf(vault, eventId)
      const eventKey = sent === null ? ownKey : senderKeyOf(vault, sent)
      if (eventKey !== null && (await tx.consentEvent.findUnique({ where: { eventKey }, select: { id: true } }))) {
        return 'duplicate'
      }
      const id = wantedId ?? randomUUID()
      const key = evidenceRef === null ? null : await subjectKeys.open(tx, event.subjectId)
      const evidence =
        key === null || evidenceRef === null ? null : vault.sealText(key, 'consent_event', 'evidence', id, evidenceRef)
      await tx.consentEvent.create({
        data: { ...event, id, eventKey, evidence, occurredAt: toDate(occurredAt), recordedAt: toDate(now), source },
      })
      return 'added'
    },
  }
}

import type { ConsentEvent } from '#domain/consent/consent-event.ts'
import type { Notice } from '#domain/consent/notice.ts'
import type { Names } from '#domain/service/names.ts'

/** A service as configured. */
export interface ServiceRecord {
  readonly key: string
  readonly restsOn: string
  readonly purposes: readonly string[]
  readonly sensitive: boolean
}

/** A notice as shown, with the words. */
export interface NoticeRecord extends Notice {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** A consent event to append; `eventId` makes sending it twice harmless. */
export interface ConsentInput {
  /** The id of the new event; drawn where it is left out. */
  readonly id?: string
  /** The account as a sender names it: an event without an id of the sender's is then known by all that it says. */
  readonly externalId?: string
  readonly subjectId: string
  readonly purpose: string
  readonly noticeVersion: string | null
  readonly state: ConsentEvent['state']
  readonly indication: string
  readonly channel: string
  readonly occurredAt: number
  readonly eventId: string | null
  readonly evidenceRef: string | null
  /** The id of the one event that this one is about; null when it says nothing. */
  readonly concerns: string | null
}

/** What an event that somebody sent is known again by. */
export type SentConsent = Omit<ConsentInput, 'id' | 'externalId' | 'subjectId' | 'concerns'> & { readonly externalId: string }

export interface ConsentStore {
  services(): Promise<readonly ServiceRecord[]>
  service(key: string): Promise<ServiceRecord | null>
  addService(service: ServiceRecord, now: number): Promise<void>
  /** What services and purposes are called, in every language that there are names in. */
  names(): Promise<Names>
  setName(name: { key: string; locale: string; text: string }): Promise<void>
  /** Notices of these purposes, every version and locale; all when `purposes` is absent. */
  notices(purposes?: readonly string[]): Promise<readonly NoticeRecord[]>
  /** Adds a notice; `unchanged` when the very same one is there. @throws Conflict when its version has other words */
  addNotice(notice: Omit<NoticeRecord, 'id' | 'textSha256'>, now: number): Promise<'added' | 'unchanged'>
  /** All events of a subject, oldest first. */
  events(subjectId: string): Promise<readonly ConsentEvent[]>
  /** The event that was sent like this before, by the sender's id or else by all that it says. */
  bySender(sent: SentConsent): Promise<{ subjectId: string; purpose: string; state: string; occurredAt: number } | null>
  /** Appends one; `duplicate` when its event id is known already. */
  append(input: ConsentInput, now: number, source: string): Promise<'added' | 'duplicate'>
}

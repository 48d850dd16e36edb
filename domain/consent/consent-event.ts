/** What a consent event says (names of W3C DPV 2.3, consent states). */
export const consentStates = [
  'ConsentGiven',
  'ConsentRefused',
  'ConsentWithdrawn',
  'ConsentInvalidated',
  'ConsentExpired',
  'RenewedConsentGiven',
  'ConsentUnknown',
] as const
export type ConsentState = (typeof consentStates)[number]

/** What the person did. Senders may use codes of their own. */
export const indications = [
  'ticked_box',
  'left_preticked',
  'pressed_button',
  'said_yes',
  'signed_paper',
  'ticked_by_agent',
  'none',
] as const

/** Where it happened. Senders may use codes of their own. */
export const channels = ['app', 'web', 'phone', 'branch', 'letter', 'email', 'partner', 'agent_desk'] as const

/** Whether a text can be an indication or a channel (interface.md, consents). */
export const isConsentCode = (text: string): boolean => /^[a-z0-9_]{1,64}$/.test(text)

/** One event about one subject and one purpose. Append-only. Times are epoch ms. */
export interface ConsentEvent {
  readonly id: string
  readonly purpose: string
  readonly noticeVersion: string | null
  readonly state: ConsentState
  readonly indication: string
  readonly channel: string
  readonly occurredAt: number
  readonly recordedAt: number
  readonly source: string
  /** A recording, scan or reference is on file. */
  readonly hasEvidence: boolean
  /** The id of the one event that this one is about, where it says so. */
  readonly concerns?: string | null
}

/** The states by which a person agrees. */
export const isGiving = (state: ConsentState): boolean =>
  state === 'ConsentGiven' || state === 'RenewedConsentGiven'

/**
 * Events in the order in which they happened, whatever the order in which they were recorded; of two at the
 * same moment, the one recorded first, then by id.
 */
export function inOrder(events: readonly ConsentEvent[]): ConsentEvent[] {
  const byId = (a: ConsentEvent, b: ConsentEvent) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  return events.toSorted((a, b) => a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || byId(a, b))
}

/** A consent that an ending event may be about. */
interface Given {
  readonly event: Pick<ConsentEvent, 'id' | 'noticeVersion'>
  readonly defective: boolean
}

/**
 * Which of the consents given so far an event ends. A withdrawal ends all of its purpose: nobody withdraws
 * half. An expiry or invalidation ends the one it names; without a name, those on the notice version it
 * names; without that either, an expiry ends all, and an invalidation the defective ones or, where none is
 * known to be, all. So a later valid consent stands when an earlier one is found void (domain.md §5.3).
 */
export function consentsEndedBy<G extends Given>(event: ConsentEvent, given: readonly G[]): readonly G[] {
  if (event.state === 'ConsentWithdrawn') return given
  if (event.state !== 'ConsentExpired' && event.state !== 'ConsentInvalidated') return []
  if (typeof event.concerns === 'string') return given.filter((one) => one.event.id === event.concerns)
  if (event.noticeVersion !== null) return given.filter((one) => one.event.noticeVersion === event.noticeVersion)
  if (event.state === 'ConsentExpired') return given
  const defective = given.filter((one) => one.defective)
  return defective.length > 0 ? defective : given
}

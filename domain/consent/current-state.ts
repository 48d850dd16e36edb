import { consentsEndedBy, inOrder, isGiving, type ConsentEvent, type ConsentState } from './consent-event.ts'

/** Where a purpose stands now: derived from its events each time, stored nowhere. */
export interface CurrentConsent {
  readonly purpose: string
  readonly state: ConsentState
  /** The event that says so, and when it happened (epoch ms); null when there is none. */
  readonly eventId: string | null
  readonly since: number | null
  readonly noticeVersion: string | null
}

/**
 * The current state of one purpose. The last word counts, with one exception: when an earlier consent expires
 * or is found void, a later one that was not touched still stands.
 *
 * @param events of one subject, of any purpose and in any order
 * @param isDefective what an invalidation that names nothing is about; none when left out
 */
export function currentState(
  purpose: string,
  events: readonly ConsentEvent[],
  isDefective: (event: ConsentEvent) => boolean = () => false,
): CurrentConsent {
  const own = inOrder(events.filter((event) => event.purpose === purpose))
  let standing: { event: ConsentEvent; defective: boolean }[] = []
  for (const event of own) {
    const ended = new Set(consentsEndedBy(event, standing))
    standing = standing.filter((given) => !ended.has(given))
    if (isGiving(event.state)) standing.push({ event, defective: isDefective(event) })
  }
  const last = own.at(-1)
  const onlyTouchesOthers = last?.state === 'ConsentInvalidated' || last?.state === 'ConsentExpired'
  const word = onlyTouchesOthers ? (standing.at(-1)?.event ?? last) : last
  return {
    purpose,
    state: word?.state ?? 'ConsentUnknown',
    eventId: word?.id ?? null,
    since: word?.occurredAt ?? null,
    noticeVersion: word?.noticeVersion ?? null,
  }
}

/** The current state of every purpose that has an event, by name of purpose. */
export function currentStates(
  events: readonly ConsentEvent[],
  isDefective?: (event: ConsentEvent) => boolean,
): CurrentConsent[] {
  const purposes = [...new Set(events.map((event) => event.purpose))].sort()
  return purposes.map((purpose) => currentState(purpose, events, isDefective))
}

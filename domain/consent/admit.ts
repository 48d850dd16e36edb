import { inOrder, isGiving, type ConsentEvent } from './consent-event.ts'

/** Why an event is not taken in; the reason codes of imports and of the API (interface.md). */
export type ConsentRejection =
  | 'subject-erased'
  | 'unknown-purpose'
  | 'occurred-in-future'
  | 'state-can-not-follow'
  | 'not-eligible'

/** What has to be known of the world around one new event. Times are epoch ms. */
export interface AdmitFacts {
  readonly now: number
  readonly purposeKnown: boolean
  /** The subject was erased (invariant 12). */
  readonly subjectErased: boolean
  /** A service rests on this purpose and its gate says no. */
  readonly barred: boolean
  /** The subject's events of this purpose that are on file. */
  readonly onFile: readonly ConsentEvent[]
}

// Two machines' clocks differ; a sender that is a few minutes ahead makes no false statement.
const clockSkewMs = 5 * 60_000

/**
 * Whether a new event may be taken in; null means yes. A barred person's consent is refused, and so is
 * whatever comes for an erased one; both become work for a supervisor. A refusal or a withdrawal is never
 * turned away for what came before it: the person's no always counts.
 */
export function consentRejection(event: ConsentEvent, facts: AdmitFacts): ConsentRejection | null {
  if (facts.subjectErased) return 'subject-erased'
  if (!facts.purposeKnown) return 'unknown-purpose'
  if (event.occurredAt > facts.now + clockSkewMs) return 'occurred-in-future'
  if (!mayFollow(event, facts.onFile)) return 'state-can-not-follow'
  if (facts.barred && isGiving(event.state)) return 'not-eligible'
  return null
}

/**
 * Whether an event can follow those that happened before it. A renewal needs a consent that stands or
 * expired; an expiry and an invalidation need a consent to end; not knowing can only come first.
 */
export function mayFollow(event: ConsentEvent, onFile: readonly ConsentEvent[]): boolean {
  const before = inOrder([...onFile.filter((other) => other.id !== event.id), event])
  const earlier = before.slice(0, before.indexOf(event))
  const givenBefore = earlier.some((other) => isGiving(other.state))
  switch (event.state) {
    case 'ConsentGiven':
    case 'ConsentRefused':
    case 'ConsentWithdrawn':
      return true
    case 'RenewedConsentGiven':
      return isGiving(earlier.at(-1)?.state ?? 'ConsentUnknown') || earlier.at(-1)?.state === 'ConsentExpired'
    case 'ConsentExpired':
      return givenBefore && earlier.at(-1)?.state !== 'ConsentWithdrawn'
    case 'ConsentInvalidated':
      return givenBefore
    case 'ConsentUnknown':
      return earlier.length === 0
  }
}

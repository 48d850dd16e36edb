import { consentRejection } from '#domain/consent/admit.ts'
import type { ConsentEvent } from '#domain/consent/consent-event.ts'
import type { ConsentRow } from '../import/consent-row.ts'
import type { RowReason } from '../import/row-reasons.ts'

/** An event that is on file under the sender's id, as far as it tells the same event from another. */
export interface KnownConsent {
  readonly subjectId: string
  readonly purpose: string
  readonly state: string
  readonly occurredAt: number
}

/** What has to be known of the world around one sent event. */
export interface ConsentFacts {
  readonly now: number
  /** Whose it is: nobody on file may have been erased, or never have been there. */
  readonly person: { readonly is: 'on_file'; readonly subjectId: string } | { readonly is: 'erased' | 'unknown' }
  readonly known: KnownConsent | null
  readonly purposeKnown: boolean
  /** The purpose has a notice of the version that the event names; true when it names none. */
  readonly noticeKnown: boolean
  /** A service rests on the purpose and its gate says no. */
  readonly barred: boolean
  /** The subject's events of this purpose. */
  readonly onFile: readonly ConsentEvent[]
}

export type ConsentJudgement =
  | { readonly verdict: 'accept' | 'duplicate' }
  | { readonly verdict: 'reject'; readonly reason: RowReason; readonly field: string | null }

const fieldOf = {
  'subject-erased': null,
  'unknown-purpose': 'purpose',
  'occurred-in-future': 'occurred_at',
  'state-can-not-follow': 'state',
  'not-eligible': null,
} as const

/**
 * Whether one consent event that somebody sent is taken in: the same for a file and for the API. An event sent twice
 * changes nothing; another one under the same id is refused.
 */
export function judgeConsent(event: ConsentEvent, facts: ConsentFacts): ConsentJudgement {
  const reject = (reason: RowReason, field: string | null): ConsentJudgement => ({ verdict: 'reject', reason, field })
  const { person, known } = facts
  if (person.is === 'erased') return reject('subject-erased', null)
  if (person.is !== 'on_file') return reject('unknown-person', 'external_id')
  if (known !== null) {
    const same =
      known.subjectId === person.subjectId && known.purpose === event.purpose && known.state === event.state &&
      known.occurredAt === event.occurredAt
    return same ? { verdict: 'duplicate' } : reject('event-id-reused', 'event_id')
  }
  const rejection = consentRejection(event, { ...facts, subjectErased: false })
  if (rejection !== null) return reject(rejection, fieldOf[rejection])
  if (!facts.noticeKnown) return reject('unknown-notice', 'notice_version')
  return { verdict: 'accept' }
}

/** The event that a row tells of, as it would be on file. */
export const consentEventOf = (row: ConsentRow, id: string, source: string, now: number): ConsentEvent => ({
  id,
  purpose: row.purpose,
  noticeVersion: row.noticeVersion,
  state: row.state,
  indication: row.indication,
  channel: row.channel,
  occurredAt: row.occurredAt,
  recordedAt: now,
  source,
  hasEvidence: row.evidenceRef !== null,
})

import { consentStates, isConsentCode, type ConsentState } from '#domain/consent/consent-event.ts'
import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import { cell, identifierReason, readMoment, readText, type Cells } from './cells.ts'
import { refusedRow, type ReadRow } from './row-reasons.ts'

/** One consent event of a file, before anything of the database is known. */
export interface ConsentRow {
  readonly externalId: string
  readonly purpose: string
  readonly noticeVersion: string | null
  readonly state: ConsentState
  readonly indication: string
  readonly channel: string
  readonly occurredAt: number
  readonly eventId: string | null
  readonly evidenceRef: string | null
}

const states: ReadonlySet<string> = new Set(consentStates)
const longestReference = 500

/** Reads one row of consents. An event is taken in whole or not at all. */
export function readConsentRow(cells: Cells): ReadRow<ConsentRow> {
  const externalId = normaliseIdentifier('account_id', cells.external_id ?? '')
  if (!externalId.ok) {
    return refusedRow('external_id', externalId.reason === 'empty' ? 'value-missing' : identifierReason(externalId.reason))
  }
  for (const field of ['purpose', 'state', 'indication', 'channel', 'occurred_at']) {
    if (cell(cells, field) === '') return refusedRow(field, 'value-missing')
  }
  const state = cell(cells, 'state')
  if (!states.has(state)) return refusedRow('state', 'unknown-state')
  const [indication, channel] = [cell(cells, 'indication'), cell(cells, 'channel')]
  if (!isConsentCode(indication)) return refusedRow('indication', 'bad-code')
  if (!isConsentCode(channel)) return refusedRow('channel', 'bad-code')
  const occurredAt = readMoment(cell(cells, 'occurred_at'))
  if (!occurredAt.ok) return refusedRow('occurred_at', occurredAt.reason)
  for (const field of ['event_id', 'evidence_ref']) {
    const text = readText(cell(cells, field), longestReference)
    if (!text.ok) return refusedRow(field, text.reason)
  }
  return {
    ok: true,
    faults: [],
    value: {
      externalId: externalId.value,
      purpose: cell(cells, 'purpose'),
      noticeVersion: cell(cells, 'notice_version') || null,
      state: state as ConsentState,
      indication,
      channel,
      occurredAt: occurredAt.value,
      eventId: cell(cells, 'event_id') || null,
      evidenceRef: cell(cells, 'evidence_ref') || null,
    },
  }
}

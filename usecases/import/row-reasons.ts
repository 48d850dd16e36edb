/**
 * Why a row, or a cell of it, was not taken in. The codes are part of the rejects file and of the API, the sentences
 * are for whoever mends the file. Neither holds anything of the row.
 */
export const rowReasons = {
  // the row
  'not-json': 'The line is no JSON object.',
  'not-flat': 'The values must be texts, numbers, true, false or null.',
  'wrong-column-count': 'The row has more or fewer cells than the header has columns.',
  'value-missing': 'A required value is missing.',
  // any text
  'too-long': 'The text is too long.',
  'not-text': 'The text holds control characters.',
  'bad-code': 'Only small letters, digits and _ are allowed, at most 64.',
  'not-a-date': 'This is no date as YYYY-MM-DD.',
  'not-a-time': 'This is no time as RFC 3339 writes it, with Z or an offset.',
  'in-the-future': 'This lies in the future.',
  'end-before-start': 'The end lies before the start.',
  // identifiers
  empty: 'The value is empty.',
  'plus-required': 'The phone needs its country: begin with +.',
  'country-required': 'The country is not known: begin the phone with +, the id with CC:, or give a jurisdiction.',
  'country-unknown': 'There is no such country.',
  'country-differs': 'The id names another country than the row.',
  'digits-missing': 'Digits are missing.',
  'digits-too-many': 'There are too many digits.',
  'not-a-phone': 'This is no phone number.',
  'not-an-email': 'This is no e-mail address.',
  'domain-wrong': 'What follows the @ is no domain.',
  'wrong-format': 'This does not have the form of such an id.',
  'date-wrong': 'The date inside the id does not exist.',
  'check-digit-wrong': 'The check digit is wrong.',
  // people
  'no-good-identifier': 'No phone, e-mail or national id of the row can be used, so the person could not be found.',
  'locale-unknown': 'This is no language tag.',
  'jurisdiction-unknown': 'This is no country or part of one.',
  // consents and notices
  'unknown-person': 'There is nobody with this external id: import people first.',
  'unknown-purpose': 'No service and no notice names this purpose.',
  'unknown-notice': 'There is no such version of the notice of this purpose: import notices first.',
  'unknown-state': 'This is none of the consent states.',
  'unknown-control': 'This is none of the controls.',
  'occurred-in-future': 'The event lies in the future.',
  'state-can-not-follow': 'This state can not follow what is on file for the person and purpose.',
  'event-id-reused': 'Another event has this event id already.',
  'notice-differs': 'This version is on file with other words or dates. What was shown can not be changed: use a new version.',
  // holds
  'unknown-service': 'There is no such service.',
  'unknown-system': 'There is no such system.',
  'covers-unreadable': 'Say everything, service:<key> or systems:<name>,<name>.',
  'hold-of-another': 'This hold is on file for another person.',
  'hold-was-lifted': 'This hold was lifted already; a new one needs a reference of its own.',
  // who does not come back (domain book §4, 12)
  'subject-erased': 'This person was erased and does not come back. A supervisor was told.',
  'not-eligible': 'This person may not enrol in the service again. A supervisor was told.',
} as const

export type RowReason = keyof typeof rowReasons

/** One thing that is wrong with a row. `field` is a column's name, null for the row as a whole. */
export interface RowFault {
  readonly field: string | null
  readonly reason: RowReason
}

/** A row as a rule reads it: usable, perhaps without some of its cells; or not usable at all. */
export type ReadRow<T> =
  | { readonly ok: true; readonly value: T; readonly faults: readonly RowFault[] }
  | { readonly ok: false; readonly faults: readonly [RowFault] }

/** A row that can not be used. */
export const refusedRow = (field: string | null, reason: RowReason): { ok: false; faults: readonly [RowFault] } => ({
  ok: false,
  faults: [{ field, reason }],
})

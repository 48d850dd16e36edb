import errorWords from '#messages/en/errors.json' with { type: 'json' }
import { rowReasons } from '#usecases/import/row-reasons.ts'

interface Sentences {
  readonly title: string
  readonly detail: string
}

/** By the last part of `type`: what it is, and what whoever runs the client can do. */
const bySlug: Readonly<Record<string, Sentences>> = {
  'invalid-input': { title: 'Invalid input', detail: 'Something in the request can not be used as it is: see errors.' },
  'key-needed': { title: 'API key needed', detail: 'Send a valid key as "Authorization: Bearer <key>". A revoked key never works again: ask an administrator for a new client.' },
  'scope-missing': { title: 'Scope missing', detail: 'This client’s scopes do not cover this. An administrator adds a client with the scope it needs.' },
  'not-allowed': { title: 'Not allowed', detail: 'This client may not do this. The attempt was written down.' },
  'not-found': { title: 'Not found', detail: 'There is no such thing. Check the id or code that was sent.' },
  conflict: { title: 'Conflict', detail: 'This meets something that is there already, or that somebody changed a moment ago. Read it again, then decide.' },
  'not-possible-now': { title: 'Not possible now', detail: 'The case’s present state does not allow this.' },
  unavailable: { title: 'Unavailable', detail: 'Something that is needed does not answer. Send the same again later, with the same Idempotency-Key.' },
  fault: { title: 'Fault', detail: 'This failed on our side and was logged. Send the same again later, with the same Idempotency-Key.' },
  'subject-erased': { title: 'Subject erased', detail: 'This account was erased and does not come back. Remove it from what is sent, and ask the gate before enrolling; a supervisor was told.' },
  'hold-enrolment': { title: 'Hold the enrolment', detail: 'Whether this person may enrol can not be known now. Hold the enrolment, do not grant it, and ask again later.' },
  'rate-limited': { title: 'Too many requests', detail: 'This client sends more than its rate. Wait as long as Retry-After says.' },
  'not-json': { title: 'Not JSON', detail: 'The body must be JSON in UTF-8, sent as application/json.' },
  'body-too-large': { title: 'Body too large', detail: 'The body is larger than this operation takes. Send it in smaller parts.' },
  'bad-path': { title: 'Bad path', detail: 'The address can not be read: percent-encode the id as UTF-8.' },
  'method-not-allowed': { title: 'Method not allowed', detail: 'This address does not know this method.' },
  'idempotency-key-unusable': { title: 'Idempotency-Key unusable', detail: 'Idempotency-Key takes 1 to 200 printable ASCII characters.' },
  'idempotency-key-reused': { title: 'Idempotency-Key reused', detail: 'This key was used for another request within 24 hours. Draw a new key for a new request.' },
  'idempotency-key-in-flight': { title: 'Still in flight', detail: 'The first request with this key has not ended. Send the same again in a moment.' },
}

const reasons: Readonly<Record<string, string>> = errorWords.reason
const fields: Readonly<Record<string, string>> = errorWords.field
const rows: Readonly<Record<string, string>> = rowReasons

/** Title and detail of a problem; a refusal with a sentence of its own on the screens says the same here. */
export function problemSentence(slug: string, code: string): Sentences {
  const known = bySlug[slug] ?? { title: 'Fault', detail: 'This failed.' }
  const own = ['not-possible-now', 'conflict', 'not-allowed'].includes(slug) ? reasons[code] : undefined
  // Sentences with parameters are for screens: nobody fills them in here.
  return own === undefined || own.includes('{') ? known : { title: known.title, detail: own }
}

/** What is wrong with a field, in words. */
export const fieldSentence = (code: string): string =>
  rows[code.replaceAll('_', '-')] ?? fields[code] ?? 'This can not be used as it is.'

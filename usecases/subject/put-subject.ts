import { z } from 'zod'
import { countryOf, parseJurisdiction } from '#domain/law/jurisdiction.ts'
import { countryCode } from '#domain/subject/country.ts'
import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import { Day, ExternalId, Moment, WrittenIdentifier } from '../api/fields.ts'
import { command } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { readLocale, readText } from '../import/cells.ts'
import type { SubjectInput } from '../ports/subject-store.ts'

const contacts = ['phone', 'email', 'national_id'] as const
type Contact = (typeof contacts)[number]

const Written = z.string().max(400, { error: 'too_long' }).nullable().optional()

/** What the account system says of a person. PUT replaces: what is left out is no longer held. */
export const PutSubjectBody = z.strictObject({
  identifiers: z
    .union([
      z.array(WrittenIdentifier).max(3, { error: 'too_big' }),
      z.strictObject({ phone: Written, email: Written, national_id: Written }),
    ])
    .describe('One of each type: [{type, value, country?}], or {phone, email, national_id}. One at least.'),
  name: z.string().max(1_000, { error: 'too_long' }).nullable().optional(),
  locale: z.string().max(35, { error: 'locale_unknown' }).nullable().optional().describe('A language tag (BCP 47).'),
  jurisdiction: z.string().max(10).nullable().optional().describe('A country, or a part of one: CN, US-CA.'),
  born_on: Day.nullable().optional(),
  registered_at: Moment.optional().describe('When the account was opened; left out, it stays as it is.'),
})

const WithId = PutSubjectBody.extend({ external_id: ExternalId })

/** With the account's id from the path, and everything normalised. */
export const PutSubjectInput = WithId.transform((sent, context): SubjectInput => {
  const refuse = (path: (string | number)[], message: string) => {
    context.addIssue({ code: 'custom', message, path, input: '' })
  }
  const place = sent.jurisdiction ?? null
  const jurisdiction = place === null ? null : parseJurisdiction(place)
  const country = jurisdiction === null ? null : countryCode(countryOf(jurisdiction))
  if (place !== null && (jurisdiction === null || (jurisdiction !== 'EU' && country === null))) {
    refuse(['jurisdiction'], 'jurisdiction_unknown')
  }
  const identifiers: Record<Contact, string | null> = { phone: null, email: null, national_id: null }
  for (const { type, value, country: own, path } of writtenIn(sent.identifiers)) {
    const written = own ?? country
    const normalised = normaliseIdentifier(type, value, written === null ? {} : { country: written })
    if (!normalised.ok) refuse(path, normalised.reason)
    else if (identifiers[type] !== null) refuse(path, 'twice')
    else identifiers[type] = normalised.value
  }
  const nobody = contacts.every((type) => identifiers[type] === null)
  if (nobody && context.issues.length === 0) refuse(['identifiers'], 'no_good_identifier')
  const name = sent.name?.trim() ?? ''
  if (!readText(name, 1_000).ok) refuse(['name'], 'not_text')
  const tag = sent.locale ?? null
  const locale = tag === null ? null : readLocale(tag)
  if (locale?.ok === false) refuse(['locale'], 'locale_unknown')
  return {
    externalId: sent.external_id,
    identifiers,
    name: name === '' ? null : name,
    locale: locale?.ok === true ? locale.value : null,
    jurisdiction,
    bornOn: sent.born_on ?? null,
    ...(sent.registered_at === undefined ? {} : { registeredAt: sent.registered_at }),
  }
})

interface Given {
  readonly type: Contact
  readonly value: string
  readonly country: string | undefined
  readonly path: (string | number)[]
}

function writtenIn(sent: z.infer<typeof PutSubjectBody>['identifiers']): Given[] {
  if (Array.isArray(sent)) {
    return sent.map(({ type, value, country }, index) => ({ type, value, country, path: ['identifiers', index, 'value'] }))
  }
  return contacts.flatMap((type) => {
    const value = sent[type] ?? null
    return value === null ? [] : [{ type, value, country: undefined, path: ['identifiers', type] }]
  })
}

export type PutSubjectOutcome = 'created' | 'changed' | 'unchanged' | 'subject-erased'

const dayMs = 86_400_000

/**
 * Takes in what the account system says of a person now. Who was erased does not come back by it (invariant 12): that
 * is refused, and becomes work for a supervisor, since some system still holds the person.
 */
export const putSubject = command({
  name: 'subject.put',
  permission: 'subject.put',
  input: PutSubjectInput,
  async run({ input, actor, now, store, secrets }): Promise<{
    value: { outcome: PutSubjectOutcome }
    events: [{ what: 'subject.put'; outcome: 'ok' | 'denied'; subjects: string[]; data: { outcome: string } }]
  }> {
    const future = {
      ...(Date.parse(`${input.bornOn ?? '1900-01-01'}T00:00:00Z`) > now + dayMs ? { born_on: 'in_future' } : {}),
      ...((input.registeredAt ?? 0) > now + dayMs ? { registered_at: 'in_future' } : {}),
    }
    if (Object.keys(future).length > 0) throw invalidInput('input', future)
    const erased = await store.registry.wasErased(secrets.registryTag('account_id', input.externalId).tag)
    if (erased !== null) {
      await store.workItems.raise({ kind: 'erased_sent_again', ref: erased.subjectId, source: actor.id }, now)
      return {
        value: { outcome: 'subject-erased' },
        events: [{ what: 'subject.put', outcome: 'denied', subjects: [erased.subjectId], data: { outcome: 'subject-erased' } }],
      }
    }
    const { subjectId, outcome } = await store.subjects.put(input, now, actor.id)
    return { value: { outcome }, events: [{ what: 'subject.put', outcome: 'ok', subjects: [subjectId], data: { outcome } }] }
  },
})

import { z } from 'zod'
import { DayOrMoment, ExternalId } from '../api/fields.ts'
import { command } from '../command.ts'
import { conflict, invalidInput } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import { secretBasis } from '../views/hold-codes.ts'
import { checkCovers } from './check-covers.ts'
import { heldInTurn } from './held-in-turn.ts'
import { holdChanged } from './hold-changed.ts'

const covers = /^(everything|service:[a-z][a-z0-9_]{0,39}|systems:[a-z0-9][a-z0-9_.-]{0,39}(,[a-z0-9][a-z0-9_.-]{0,39})*)$/

/** A legal hold as the case system sends it. */
export const PutHoldBody = z.strictObject({
  external_id: ExternalId,
  covers: z.string().regex(covers, { error: 'covers_unreadable' }).describe('everything, service:<key> or systems:<name>,<name>'),
  basis: z.string().regex(/^[a-z0-9_.-]{1,64}$/, { error: 'bad_code' }).describe('A code; may_not_tell keeps it from the person.'),
  owner: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too_long' }),
  review_on: DayOrMoment,
  lifted: z.union([z.boolean(), DayOrMoment]).nullable().optional().describe('true, or the moment: the hold ends. A lifted hold stays lifted.'),
})

const PutHoldInput = PutHoldBody.extend({ hold_ref: z.string().regex(/^[^\p{Cc}\p{Surrogate}]{1,200}$/u, { error: 'not_text' }) })

export type PutHoldOutcome = 'created' | 'changed' | 'unchanged' | 'subject-erased'

/** Places, changes or lifts a hold from outside; every unfinished request of the person meets it by a job. */
export const putHold = command({
  name: 'hold.put',
  permission: 'hold.put',
  input: PutHoldInput,
  async run({ input, actor, now, store, ids, secrets }) {
    const [subjectId] = await store.subjects.findByIdentifier('account_id', input.external_id)
    if (subjectId === undefined) {
      const erased = await store.registry.wasErased(secrets.registryTag('account_id', input.external_id).tag)
      if (erased === null) throw invalidInput('input', { external_id: 'unknown_person' })
      await store.workItems.raise({ kind: 'erased_sent_again', ref: erased.subjectId, source: actor.id }, now)
      const refused: AuditEvent = { what: 'hold.placed', outcome: 'denied', subjects: [erased.subjectId], data: { outcome: 'subject-erased' } }
      return { value: { outcome: 'subject-erased' as PutHoldOutcome }, events: [refused] }
    }
    await checkCovers(store, input.covers)
    const before = await heldInTurn(store, input.hold_ref)
    if (before !== null && before.subjectId !== subjectId) throw conflict('hold_of_another')
    const lifted = input.lifted === true ? (before?.liftedAt ?? now) : typeof input.lifted === 'number' ? input.lifted : null
    if (lifted !== null && lifted > now) throw invalidInput('input', { lifted: 'in_future' })
    if (before !== null && before.liftedAt !== null && lifted === null) throw conflict('hold_was_lifted')
    const hold = {
      id: before?.id ?? ids.uuid(),
      holdRef: input.hold_ref,
      subjectId,
      covers: input.covers,
      basis: input.basis,
      mayNotTell: input.basis === secretBasis,
      owner: input.owner,
      placedBy: before?.placedBy ?? actor.id,
      placedAt: before?.placedAt ?? now,
      reviewOn: input.review_on,
      liftedAt: lifted,
      liftedBy: lifted === null ? null : (before?.liftedBy ?? actor.id),
    }
    const outcome: PutHoldOutcome = await store.requests.putHold(hold, before)
    const ends = lifted !== null && (before?.liftedAt ?? null) === null
    const event: AuditEvent = {
      what: ends ? 'hold.lifted' : outcome === 'created' ? 'hold.placed' : 'hold.changed',
      subjects: [subjectId],
      data: { hold: hold.id, covers: input.covers.split(':')[0] ?? null, outcome },
    }
    const jobs = outcome === 'unchanged' ? [] : [holdChanged(hold, now)]
    return { value: { outcome }, events: [event], jobs }
  },
})

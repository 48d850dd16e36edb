import { isFinal } from '#domain/request/states.ts'
import { command } from '../command.ts'
import { AppError, conflict, invalidInput, notAllowed, notFound } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import { requestActor } from '../request/request-actor.ts'
import { transition } from '../request/transition.ts'
import { reviewHoldInput } from '../views/holds-inputs.ts'
import { heldInTurn } from './held-in-turn.ts'

/**
 * Reviews a hold: it stays, and is looked at again on a new day. Whoever says so has a part in each case that it is
 * about, as if they had placed it (invariant 2).
 */
export const reviewHold = command({
  name: 'hold.review',
  permission: 'hold.review',
  input: reviewHoldInput,
  async run(context) {
    const { input, actor, now, store } = context
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const hold = await heldInTurn(store, input.holdRef)
    if (hold === null) throw notFound('hold')
    if (hold.liftedAt !== null) throw conflict('already_lifted')
    if (hold.reviewOn !== input.seen) throw conflict('stale')
    const reviewOn = Date.parse(`${input.reviewOn}T00:00:00Z`)
    if (!(reviewOn > now)) throw invalidInput('review', { reviewOn: 'date_past' })
    // Of whoever lifts, widens or reviews it meanwhile nothing is taken back.
    if (!(await store.requests.putReviewDate(hold.id, { seen: input.seen, reviewOn }))) throw conflict('stale')
    const data = { hold: hold.id, covers: hold.covers.split(':')[0] ?? '', review_on: input.reviewOn }
    const first: AuditEvent = { what: 'hold.reviewed', subjects: [hold.subjectId], data }
    const events: AuditEvent[] = []
    const jobs: JobRequest[] = []
    for (const { request } of await store.requests.ofSubject(hold.subjectId)) {
      const stored = isFinal(request.state) ? null : await store.requests.byId(request.id)
      if (stored === null) continue
      try {
        const done = await transition(context, stored, {
          type: 'hold_reviewed', at: now, by: requestActor(actor), ref: hold.holdRef, reviewOn,
        })
        events.push({ ...first, case: request.caseCode }, ...done.events)
        jobs.push(...done.jobs)
      } catch (fault) {
        // A case that the hold says nothing to stays as it is.
        if (!(fault instanceof AppError) || fault.code === 'conflict' || fault.code === 'unavailable') throw fault
      }
    }
    const [head = first, ...rest] = events
    return { value: { holdRef: hold.holdRef, reviewOn }, events: [head, ...rest], jobs }
  },
})

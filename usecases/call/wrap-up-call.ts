import { pauseOf } from '#domain/request/pause.ts'
import type { Request } from '#domain/request/request.ts'
import { isBeforeExecuting } from '#domain/request/states.ts'
import { command } from '../command.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import { requestActor } from '../request/request-actor.ts'
import { transition } from '../request/transition.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { isStated } from '../verification/stated.ts'
import { wrapUpInput } from '../views/desk-inputs.ts'
import { fittingOutcomes } from './fitting-outcomes.ts'
import { ownCall } from './own-call.ts'
import { requestsOfCall, waitingInCall } from './requests-of-call.ts'
import { writeNote } from './write-note.ts'

/**
 * Ends a call with an outcome, so that an honest question does not look like snooping. The levels reached in it end
 * with it, codes that are under way are void, requests left open begin to count as abandoned, and a case that was
 * parked in it waits for the time that was promised last.
 */
export const wrapUpCall = command({
  name: 'call.wrap_up',
  permission: 'call.wrap_up',
  input: wrapUpInput,
  async run(context) {
    const { input, actor, now, store } = context
    const call = await ownCall(context, input.callId)
    if (call.wrappedUpAt !== null) throw preconditionFailed('call_ended', { call: call.id })
    const requests = await requestsOfCall(store, call.id)
    const waiting = await waitingInCall(store, call)
    if (!fittingOutcomes({ opened: requests.length, waiting: waiting.length }).includes(input.outcome)) {
      throw invalidInput('outcome_without_case', { outcome: 'outcome_without_case' })
    }
    const promisedAt = input.outcome === 'promised_call' ? input.callBackAt : null
    if (promisedAt !== null && promisedAt <= now) throw invalidInput('in_past', { callBackAt: 'in_past' })

    const events: AuditEvent[] = []
    const jobs: JobRequest[] = []
    if (input.note !== '') events.push((await writeNote(context, call, input.note)).event)
    for (const verification of await store.calls.verifications(call.id)) {
      if (verification.outcome === 'pending') await store.calls.endVerification(verification.id, 'superseded', now)
      if (isStated(verification)) await store.erasure.endSealedOf(verification.id, 'contact')
    }
    for (const stored of requests) {
      if (stored.request.callEndedAt !== null || !awaitsTheEnd(stored.request, promisedAt)) continue
      const event = { type: 'call_ended', at: now, by: requestActor(actor), promisedCallAt: promisedAt } as const
      const done = await transition(context, stored, event)
      events.push({ what: 'request.looked_at', ...aboutRequest(done.request), call: call.id, data: { event: 'call_ended' } }, ...done.events)
      jobs.push(...done.jobs)
    }
    const endedAt = call.endedAt ?? now
    await store.drafts.dropAbout(call.id)
    await store.calls.save({ ...call, outcome: input.outcome, endedAt, wrappedUpAt: now, promisedAt })
    const wrapped: AuditEvent = {
      what: 'call.wrapped_up',
      call: call.id,
      subjects: call.subjectId === null ? [] : [call.subjectId],
      data: { outcome: input.outcome, seconds: Math.round((now - call.startedAt) / 1_000), requests: requests.length },
    }
    return { value: { outcome: input.outcome }, events: [wrapped, ...events], jobs }
  },
})

/** What is open begins to count as abandoned; what is parked waits for the time that is promised now. */
const awaitsTheEnd = (request: Request, promisedAt: number | null): boolean =>
  request.state === 'open' ||
  (promisedAt !== null && isBeforeExecuting(request.state) && pauseOf(request, 'parked') !== null)

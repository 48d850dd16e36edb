import { z } from 'zod'
import { dueEvents } from '#domain/request/due-events.ts'
import { command } from '../command.ts'
import { AppError, notFound } from '../errors.ts'
import type { AuditCode } from '#domain/audit/codes.ts'
import type { RequestEvent } from '#domain/request/events.ts'
import type { Request } from '#domain/request/request.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import { aboutRequest } from './carry-out.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { transition } from './transition.ts'

const codes: Partial<Record<RequestEvent['type'], AuditCode>> = {
  abandoned: 'request.abandoned',
  give_up: 'request.gave_up',
  return_unanswered: 'request.came_back_unanswered',
  window_over: 'request.window_over',
  due_passed: 'request.due_passed',
  escalate: 'request.escalated',
  task_gave_up: 'request.attention_needed',
  reading_over: 'request.reading_over',
  rest_due: 'request.retained_step_due',
  not_collected: 'request.access_not_collected',
}

/** What the log says of a clock that ran out: a window that ends and has to wait is not over. */
const codeOf = (event: RequestEvent, after: Request): AuditCode =>
  event.type === 'window_over' && after.state === 'cooling_off'
    ? 'request.window_waiting'
    : (codes[event.type] ?? 'request.clock_ran_out')

/** What was read goes on by itself, as if it had been submitted then. */
const submitted = (request: Request): AuditEvent => ({
  what: 'request.submitted',
  ...aboutRequest(request),
  data: { state: request.state },
})

const lookAgainMs = 15 * 60_000

/**
 * Fires every clock of one request that has run out. An event that the machine refuses now is harmless: the request
 * stays awake and is looked at again. Actor: the worker.
 */
export const advanceRequest = command({
  name: 'request.advance',
  permission: 'request.advance',
  input: z.object({ requestId: z.uuid() }),
  async run(context) {
    const { input, store, now } = context
    const first = await store.requests.byId(input.requestId)
    if (first === null) throw notFound('request')
    const settings = requestSettingsFrom(await store.settings.all())
    const events: AuditEvent[] = []
    const jobs: JobRequest[] = []
    let fired = 0
    for (const event of dueEvents(first.request, now, settings)) {
      const stored = await store.requests.byId(input.requestId)
      if (stored === null) break
      try {
        const done = await transition(context, stored, event)
        fired += 1
        events.push(
          {
            what: codeOf(event, done.request),
            ...aboutRequest(done.request),
            data: { event: event.type, state: done.request.state },
          },
          ...(event.type === 'reading_over' && done.request.state !== stored.request.state ? [submitted(done.request)] : []),
          ...done.events,
        )
        jobs.push(...done.jobs)
      } catch (fault) {
        if (!(fault instanceof AppError) || fault.code === 'conflict' || fault.code === 'unavailable') throw fault
      }
    }
    const [head, ...rest] = events
    if (head !== undefined) return { value: { fired }, events: [head, ...rest], jobs }
    // Its time came and nothing may move yet (a task still runs): look again later, instead of at once and for ever.
    await store.requests.wakeLater(input.requestId, now + lookAgainMs)
    return { value: { fired }, events: [{ what: 'request.looked_at', ...aboutRequest(first.request) }], jobs }
  },
})

import type { CommandContext } from '../command.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import { endedTasks } from '../ports/erasure-store.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { transition } from '../request/transition.ts'

/** When every task of a request ended, or one gave up and none runs, the request moves on; else nothing happens. */
export async function settle(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids' | 'secrets'>,
  requestId: string,
): Promise<{ events: AuditEvent[]; jobs: JobRequest[] }> {
  const { store, now } = context
  const stored = await store.requests.byId(requestId)
  if (stored === null || stored.request.state !== 'executing' || stored.request.pauses.length > 0) return { events: [], jobs: [] }
  const tasks = await store.erasure.tasks(requestId)
  const open = tasks.filter((task) => !endedTasks.has(task.state))
  const by = { type: 'system' } as const
  if (open.length === 0) {
    const done = await transition(context, stored, { type: 'tasks_ended', at: now, by })
    const entry: AuditEvent = { what: 'request.tasks_ended', ...aboutRequest(done.request), data: { state: done.request.state } }
    return { events: [entry, ...done.events], jobs: [...done.jobs] }
  }
  if (!open.every((task) => task.state === 'gave_up')) return { events: [], jobs: [] }
  const done = await transition(context, stored, { type: 'task_gave_up', at: now, by })
  const entry: AuditEvent = {
    what: 'request.attention_needed',
    ...aboutRequest(done.request),
    data: { systems: open.map((task) => task.system) },
  }
  return { events: [entry, ...done.events], jobs: [...done.jobs] }
}

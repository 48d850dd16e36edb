import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import type { AuditEvents } from '../event.ts'
import { endedTasks } from '../ports/erasure-store.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { taskObstacle } from './may-run-task.ts'
import { noteObstacle } from './note-obstacle.ts'

/** What the worker needs to go outside; `why` says why it must not. */
export interface TaskStart {
  readonly go: boolean
  readonly why: string | null
  readonly idempotencyKey: string
  readonly sealed: string | null
}

/** Names one task: of one request, in one system, one step of it. */
export const TaskName = z.object({ requestId: z.uuid(), system: z.string(), step: z.string() })

type Noted = Awaited<ReturnType<typeof noteObstacle>>

/** What something else ends: the task stops, and whatever ends it plans the task anew. */
const stopping: ReadonlySet<string> = new Set(['paused', 'access_open', 'held'])

/**
 * Marks a task as running, in the transaction that asks whether it may run (invariant 3). A task that may not is
 * stopped where a pause, an open access or a hold is in the way: it is planned again when that ends. Actor: the worker.
 */
export const startTask = command({
  name: 'erasure.start',
  permission: 'erasure.start',
  input: TaskName,
  async run(context) {
    const { input, store, actor, now } = context
    const stored = await store.requests.byId(input.requestId)
    const tasks = await store.erasure.tasks(input.requestId)
    const task = tasks.find((one) => one.system === input.system && one.step === input.step)
    if (stored === null || task === undefined) throw notFound('task')
    const { request } = stored
    const data = { system: input.system, step: input.step, attempt: task.attempts + 1 }
    const stay = (why: string, noted: Noted = { events: [], jobs: [] }) => ({
      value: { go: false, why, idempotencyKey: task.idempotencyKey, sealed: null } as TaskStart,
      events: [{ what: 'erasure.step_waits', ...aboutRequest(request), data: { ...data, why } }, ...noted.events] as AuditEvents,
      jobs: noted.jobs,
    })
    if (endedTasks.has(task.state)) return stay(task.state)
    const why = await taskObstacle(store, stored, input.system, { actor, now })
    if (why !== null) {
      if (!stopping.has(why)) return stay(why)
      if (task.state !== 'stopped') await store.erasure.saveTask({ ...task, state: 'stopped' })
      return stay(why, await noteObstacle(context, stored))
    }
    await store.erasure.saveTask({ ...task, state: 'running', attempts: task.attempts + 1, startedAt: task.startedAt ?? now })
    const sealed = await store.erasure.sealed(request.id, 'keys', input.system)
    return {
      value: { go: true, why: null, idempotencyKey: task.idempotencyKey, sealed } as TaskStart,
      events: [{ what: 'erasure.step_started', ...aboutRequest(request), data }],
    }
  },
})

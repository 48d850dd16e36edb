import { z } from 'zod'
import { mayErase } from '#domain/request/obstacles.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { gatherFacts } from '../request/gather-facts.ts'

/** What the worker needs to go outside; null `go` says why it must not. */
export interface TaskStart {
  readonly go: boolean
  readonly why: string | null
  readonly idempotencyKey: string
  readonly sealed: string | null
}

/** Names one task: of one request, in one system, one step of it. */
export const TaskName = z.object({ requestId: z.uuid(), system: z.string(), step: z.string() })

/**
 * The last question before anything destructive: may this step run now (invariant 3)? Asked in the transaction that
 * marks the task as running, over every line that it would carry out. Actor: the worker.
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
    const stop = (why: string) => ({
      value: { go: false, why, idempotencyKey: task.idempotencyKey, sealed: null } as TaskStart,
      events: [{ what: 'erasure.step_waits', ...aboutRequest(request), data: { ...data, why } }] as const,
    })
    if (task.state === 'done' || task.state === 'informed' || task.state === 'dropped') return stop(task.state)

    const facts = await gatherFacts(store, { request, actor, now, levels: new Map() })
    const lines = (request.frozen?.lines ?? []).filter((line) => line.system === input.system && line.action !== 'keep')
    const service = request.scope.scope === 'service' ? request.scope.service : null
    for (const { subjectId } of request.subjects) {
      for (const line of lines) {
        const may = mayErase(request, { subjectId, line, service }, now, facts)
        if (!may.ok && may.reason !== 'held') return stop(may.reason)
      }
    }
    await store.erasure.saveTask({ ...task, state: 'running', attempts: task.attempts + 1, startedAt: task.startedAt ?? now })
    const sealed = await store.erasure.sealed(request.id, 'keys', input.system)
    return {
      value: { go: true, why: null, idempotencyKey: task.idempotencyKey, sealed } as TaskStart,
      events: [{ what: 'erasure.step_started', ...aboutRequest(request), data }],
    }
  },
})

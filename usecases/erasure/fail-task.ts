import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { settle } from './settle.ts'
import { TaskName } from './start-task.ts'

/** A task failed, or its retry span is over and it gives up: then a person has to look. Actor: the worker. */
export const failTask = command({
  name: 'erasure.run_step',
  permission: 'erasure.run_step',
  input: TaskName.extend({ fault: z.string().regex(/^[a-z0-9_.]{1,60}$/), gaveUp: z.boolean() }),
  async run(context) {
    const { input, store, now } = context
    const stored = await store.requests.byId(input.requestId)
    const tasks = await store.erasure.tasks(input.requestId)
    const task = tasks.find((one) => one.system === input.system && one.step === input.step)
    if (stored === null || task === undefined) throw notFound('task')
    const { system, step, fault } = input
    if (task.state === 'running' || task.state === 'planned' || task.state === 'failed') {
      await store.erasure.saveTask({ ...task, state: input.gaveUp ? 'gave_up' : 'failed', fault, endedAt: input.gaveUp ? now : null })
    }
    const settled = input.gaveUp ? await settle(context, input.requestId) : { events: [], jobs: [] }
    return {
      value: {},
      events: [
        {
          what: input.gaveUp ? 'erasure.step_given_up' : 'erasure.step_failed',
          outcome: 'failed',
          ...aboutRequest(stored.request),
          data: { system, step, fault, attempt: task.attempts },
        },
        ...settled.events,
      ],
      jobs: settled.jobs,
    }
  },
})

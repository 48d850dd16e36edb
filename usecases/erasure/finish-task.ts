import { z } from 'zod'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { settle } from './settle.ts'
import { TaskName } from './start-task.ts'

const Rows = z.int().min(0)

/** A task ended in its system: its counts are written, and when it was the last one the request moves on. */
export const finishTask = command({
  name: 'erasure.run_step',
  permission: 'erasure.run_step',
  input: TaskName.extend({ found: Rows, deleted: Rows, masked: Rows, kept: Rows, informed: z.boolean() }),
  async run(context) {
    const { input, store, now } = context
    const tasks = await store.erasure.tasks(input.requestId)
    const task = tasks.find((one) => one.system === input.system && one.step === input.step)
    const stored = await store.requests.byId(input.requestId)
    if (task === undefined || stored === null) throw notFound('task')
    const { found, deleted, masked, kept } = input
    const data = { system: input.system, step: input.step, found, deleted, masked, kept }
    if (task.state === 'done' || task.state === 'informed') {
      return { value: { again: true }, events: [{ what: 'erasure.step_repeated', ...aboutRequest(stored.request), data }] }
    }
    await store.erasure.saveTask({
      ...task, found, deleted, masked, kept, state: input.informed ? 'informed' : 'done', fault: null, endedAt: now,
    })
    const settled = await settle(context, input.requestId)
    return {
      value: { again: false },
      events: [
        { what: input.informed ? 'erasure.recipient_informed' : 'erasure.step_done', ...aboutRequest(stored.request), data },
        ...settled.events,
      ],
      jobs: settled.jobs,
    }
  },
})

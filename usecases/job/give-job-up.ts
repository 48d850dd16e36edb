import { z } from 'zod'
import { command } from '../command.ts'

/** A job that needs a person becomes work for a supervisor: never a silent drop. Actor: the worker. */
export const giveJobUp = command({
  name: 'job.give_up',
  permission: 'job.give_up',
  input: z.object({
    jobId: z.uuid(),
    kind: z.string().regex(/^[a-z0-9_.]{1,60}$/),
    fault: z.string().regex(/^[a-z0-9_.-]{1,80}$/),
  }),
  async run({ input, now, store }) {
    await store.workItems.raise({ kind: 'job_gave_up', ref: input.jobId, source: input.kind }, now)
    const { jobId, kind, fault } = input
    return { value: {}, events: [{ what: 'job.failed', outcome: 'failed', data: { job: jobId, kind, fault } }] }
  },
})

import { command } from '../command.ts'
import { conflict, invalidInput, notFound } from '../errors.ts'
import { staffActor } from '../call/own-call.ts'
import { resolveWorkItemInput } from '../views/reviews-inputs.ts'
import { reasonsOf } from './list-work-items.ts'

/** What a system sent, or a job that gave up, is settled, with a coded reason. Sent again, it is open again. */
export const resolveWorkItem = command({
  name: 'work_item.resolve',
  permission: 'work_item.resolve',
  input: resolveWorkItemInput,
  async run({ input: { id, reason }, actor, store, now }) {
    const { humanRef: by } = staffActor({ actor })
    const item = await store.workItems.get(id)
    if (item === null) throw notFound('work_item')
    if (!reasonsOf[item.kind].includes(reason)) throw invalidInput('reason_not_fitting', { reason: 'choose' })
    if (!(await store.workItems.resolve({ id, by, reason, now }))) throw conflict('resolved_already')
    const { kind, source, count, ref } = item
    return {
      value: {},
      events: [{
        what: 'work.settled',
        subjects: kind === 'job_gave_up' ? [] : [ref],
        data: { kind, source, count, reason },
      }],
    }
  },
})

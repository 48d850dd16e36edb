import { z } from 'zod'
import { command } from '../command.ts'
import type { AuditEvents } from '../event.ts'
import { meetHold } from './meet-hold.ts'

/** Lets the requests of a person meet a hold that came, changed or was lifted from outside. Actor: the worker. */
export const meetChangedHold = command({
  name: 'hold.meet',
  permission: 'request.advance',
  input: z.object({ holdId: z.uuid(), subjectId: z.uuid() }),
  async run(context) {
    const { input, store } = context
    const hold = (await store.requests.holds(input.subjectId)).find((one) => one.id === input.holdId)
    const met = hold === undefined ? { events: [], jobs: [] } : await meetHold(context, hold)
    const looked = { what: 'request.looked_at', subjects: [input.subjectId], data: { hold: input.holdId } } as const
    const events: AuditEvents = [looked, ...met.events]
    return { value: { moved: met.events.length }, events, jobs: met.jobs }
  },
})

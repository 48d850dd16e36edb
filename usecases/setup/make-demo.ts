import { z } from 'zod'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'

/** What the desk knows of its demo. `begun`: its making was interrupted, and it is good for nothing. */
export type DemoState = 'none' | 'begun' | 'made'

/** How the two marks of a demo (meta) are to be read. */
export const demoStateOf = (demo: string | null, made: string | null): DemoState =>
  demo !== 'yes' ? 'none' : made === 'yes' ? 'made' : 'begun'

/** Marks an empty desk as a demo: what it shows and lets be done (the outbox, a moved clock) hangs on this mark. */
export const beginDemo = command({
  name: 'demo.begin',
  permission: 'demo.make',
  input: z.object({}),
  async run({ store }) {
    if ((await store.staff.list()).length > 0) throw preconditionFailed('already_initialised')
    await store.settings.setMeta('demo', 'yes')
    return { value: {}, events: [{ what: 'demo.created', data: { stage: 'begun' } }] }
  },
})

/** Marks the demo as whole: from here on it is a desk like any other, and is never made again. */
export const endDemo = command({
  name: 'demo.end',
  permission: 'demo.make',
  input: z.object({}),
  async run({ store }) {
    if ((await store.settings.meta('demo')) !== 'yes') throw preconditionFailed('no_demo')
    await store.settings.setMeta('demo_made', 'yes')
    return { value: {}, events: [{ what: 'demo.created', data: { stage: 'made' } }] }
  },
})

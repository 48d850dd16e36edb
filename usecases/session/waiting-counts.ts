import { z } from 'zod'
import { notAllowed } from '../errors.ts'
import { query } from '../query.ts'
import { isTheirsToMove } from '../request/theirs-to-move.ts'

/** How much waits in a reader's rooms, by the room's name in the navigation. */
export interface WaitingCounts {
  readonly approvals?: number
  readonly checks?: number
  readonly cases?: number
}

/** An agent's list is looked at no further. */
const mostOwn = 100

/**
 * What waits for the reader in their rooms, also in those that they are not in. Of an agent's cases a parked one is not
 * counted: one that the quiet key parked looks submitted to whoever looks on, in the navigation too.
 */
export const waitingCounts = query({
  name: 'session.waiting',
  permission: 'session.view',
  input: z.object({}),
  async run({ actor, store }): Promise<WaitingCounts> {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    if (actor.role === 'supervisor') {
      const [queue, checks] = [await store.requests.queue(0), await store.checks.waiting(0)]
      return { approvals: queue.total, checks: checks.total }
    }
    if (actor.role !== 'agent') return {}
    const own = await store.requests.ofHuman(actor.humanRef, mostOwn)
    return { cases: own.filter((line) => isTheirsToMove(line, actor.humanRef) && line.pause !== 'parked').length }
  },
})

import { z } from 'zod'
import type { StaffActor } from '../actor.ts'
import { isLookedOn } from '../desk/is-quiet.ts'
import { notAllowed } from '../errors.ts'
import type { Store } from '../ports/store.ts'
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

/** What waits for the reader in their rooms, also in those that they are not in. */
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
    return actor.role === 'agent' ? { cases: await theirCases(store, actor) } : {}
  },
})

/** Without one that the quiet key parked in the call that goes on: it looks submitted to whoever looks on. */
async function theirCases(store: Store, { id, humanRef }: StaffActor): Promise<number> {
  const lines = await store.requests.ofHuman(humanRef, mostOwn)
  const theirs = lines.filter((line) => isTheirsToMove(line, humanRef))
  const call = await store.calls.unfinished(id)
  if (call === null) return theirs.length
  const parked = await Promise.all(theirs.filter(({ pause }) => pause === 'parked').map((line) => store.requests.byId(line.id)))
  return theirs.length - parked.filter((stored) => stored !== null && isLookedOn(stored, call)).length
}

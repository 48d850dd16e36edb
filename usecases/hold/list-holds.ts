import { z } from 'zod'
import type { HoldRecord } from '../ports/request-store.ts'
import { coversView } from '../present/covers-view.ts'
import { query } from '../query.ts'
import { holdCovers } from '../request/gather-facts.ts'
import { shownBasis, shownOwner } from '../views/hold-codes.ts'
import type { HoldsView } from '../views/holds.ts'
import { heldBy } from './held-by.ts'

/** Most holds that one screen lists; what is reviewed first stands first. */
const mostShown = 200
/** What was lifted stays on the list for so long. */
const liftedForMs = 30 * 86_400_000
const mostLifted = 50

/**
 * Every hold that stands, what it covers and what it stops. Codes that are known here and counts alone: what a
 * supervisor or a sender wrote about a hold is shown with its case, to who opened that on purpose.
 */
export const listHolds = query({
  name: 'hold.list',
  permission: 'hold.list',
  input: z.object({}),
  async run({ store, now }): Promise<HoldsView> {
    const [{ holds, total }, lifted, systems, clients] = [
      await store.requests.standingHolds(mostShown),
      await store.requests.holdsLifted(now - liftedForMs, mostLifted),
      await store.systems.list(),
      await store.clients.list(),
    ]
    const called = (id: string) => clients.find((one) => one.id === id)?.name ?? id
    return {
      now,
      standing: total,
      toReview: holds.filter((hold) => hold.reviewOn <= now).length,
      holds: await Promise.all(
        holds.map(async (hold) => ({
          holdRef: hold.holdRef,
          reference: referenceOf(hold),
          covers: coversView(holdCovers(hold.covers)),
          basis: shownBasis(hold.basis),
          owner: shownOwner(hold.owner),
          placedBy: called(hold.placedBy),
          placedAt: hold.placedAt,
          reviewOn: hold.reviewOn,
          due: hold.reviewOn <= now,
          secret: hold.mayNotTell,
          stops: await heldBy(store, hold),
        })),
      ),
      lifted: lifted.map((hold) => ({
        holdRef: hold.holdRef,
        reference: referenceOf(hold),
        covers: coversView(holdCovers(hold.covers)),
        liftedBy: called(hold.liftedBy ?? ''),
        liftedAt: hold.liftedAt ?? now,
      })),
      systems: ['rightsdesk', ...systems.map((system) => system.name)],
    }
  },
})

/** A reference that can be nothing but one. A sender may put anything in it, so words do not reach this page. */
const referenceOf = ({ holdRef }: HoldRecord): string | null =>
  !holdRef.startsWith('desk-') && /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/.test(holdRef) && /\d/.test(holdRef) ? holdRef : null

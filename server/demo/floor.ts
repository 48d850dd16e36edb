import type { Principal } from '#usecases/actor.ts'
import { recordSignIn } from '#usecases/session/sign-in.ts'
import { signOut } from '#usecases/session/sign-out.ts'
import type { ManualClock } from '../clock.ts'
import type { Container } from '../container.ts'
import { demoStaff, type DemoStaffKey } from './staff.ts'

const hour = 3_600_000

/** The people at the desk, as they work: whoever acts is signed in, and signs in again when their session has ended. */
export interface Floor {
  readonly desk: Container
  readonly clock: ManualClock
  as(who: DemoStaffKey): Promise<Principal>
  staffId(who: DemoStaffKey): Promise<string>
  /** Everybody goes home. */
  signEverybodyOut(): Promise<void>
}

/** Opens the desk's floor on a day of the story. */
export function openFloor(desk: Container, clock: ManualClock): Floor {
  const sessions = new Map<DemoStaffKey, { sessionId: string; startedAt: number; seenAt: number }>()
  const emailOf = (who: DemoStaffKey) => demoStaff.find(({ key }) => key === who)?.email ?? ''
  const loginOf = async (who: DemoStaffKey) => {
    const staff = await desk.runtime.unitOfWork.read((store) => store.staff.forSignIn(emailOf(who)))
    if (staff === null) throw new Error(`nobody of the demo is called ${who}`)
    return staff
  }
  return {
    desk,
    clock,
    async as(who) {
      const now = clock.now()
      const open = sessions.get(who)
      if (open !== undefined && now - open.seenAt < hour / 4 && now - open.startedAt < 8 * hour) {
        open.seenAt = now
        return { kind: 'session', sessionId: open.sessionId, via: 'post' }
      }
      if (open !== undefined) await desk.command(signOut, { sessionId: open.sessionId }, { kind: 'nobody' })
      // The second half of signing in. The first, checking a password slowly, would only cost time: nobody types here.
      const { email, passwordHash } = await loginOf(who)
      const outcome = await desk.command(recordSignIn, { email, checkedHash: passwordHash, buckets: [] }, { kind: 'nobody' })
      if (outcome.kind !== 'signed_in') throw new Error(`${who} of the demo can not sign in`)
      sessions.set(who, { sessionId: outcome.sessionId, startedAt: now, seenAt: now })
      return { kind: 'session', sessionId: outcome.sessionId, via: 'post' }
    },
    staffId: async (who) => (await loginOf(who)).id,
    async signEverybodyOut() {
      for (const { sessionId } of sessions.values()) await desk.command(signOut, { sessionId }, { kind: 'nobody' })
      sessions.clear()
    },
  }
}

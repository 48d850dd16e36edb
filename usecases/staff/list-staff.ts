import { z } from 'zod'
import { query } from '../query.ts'
import type { StaffListView } from '../views/settings.ts'
import { decidersNow } from './deciders.ts'

/** Everybody who has, or had, a log-in. */
export const listStaff = query({
  name: 'staff.list',
  permission: 'staff.list',
  input: z.object({}),
  async run({ actor, now, store }): Promise<StaffListView> {
    const [staff, lastSignIns] = [await store.staff.list(), await store.staff.lastSignIns()]
    return {
      now,
      deciders: decidersNow(staff, now),
      graceHours: (await store.settings.all()).supervisor_grace_hours,
      staff: staff.map((one) => ({
        staffId: one.id,
        email: one.email,
        humanRef: one.humanRef,
        role: one.role,
        status: one.status,
        lastSignInAt: lastSignIns.get(one.id) ?? null,
        decidesFrom: one.mayDecideFrom,
        isMe: actor.type === 'staff' && actor.humanRef === one.humanRef,
      })),
    }
  },
})

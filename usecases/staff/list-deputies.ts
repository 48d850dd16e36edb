import { z } from 'zod'
import { settingMs } from '#domain/settings/settings.ts'
import { notAllowed } from '../errors.ts'
import { query } from '../query.ts'
import type { DeputiesView } from '../views/deputies.ts'
import { deputiesNow } from './deputies.ts'

/** Who stands in for the supervisors, by whom they were named, and who else may be. */
export const listDeputies = query({
  name: 'deputy.list',
  permission: 'deputy.name',
  input: z.object({}),
  async run({ actor, now, store }): Promise<DeputiesView> {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const settings = await store.settings.all()
    const [named, staff] = [await store.staff.deputies(), await store.staff.list()]
    const graceMs = settingMs(settings, 'supervisor_grace_hours')
    const deputies = deputiesNow(named, now)
    const taken = new Set([actor.humanRef, ...deputies.map((one) => one.humanRef)])
    const candidates = new Map<string, DeputiesView['candidates'][number]>()
    for (const { id, humanRef, role, status } of staff) {
      if (status !== 'active' || taken.has(humanRef) || (role !== 'agent' && role !== 'supervisor')) continue
      candidates.set(humanRef, { staffId: id, human: humanRef, role })
    }
    return {
      now,
      graceHours: settings.supervisor_grace_hours,
      deputies: deputies.map((one) => ({
        deputyId: one.id,
        human: one.humanRef,
        namedBy: one.namedBy,
        namedAt: one.namedAt,
        countsFrom: one.namedAt + graceMs,
        endsAt: one.endsAt,
        isMe: one.humanRef === actor.humanRef,
      })),
      candidates: [...candidates.values()],
    }
  },
})

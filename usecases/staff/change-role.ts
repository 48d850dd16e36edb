import { z } from 'zod'
import { settingMs } from '#domain/settings/settings.ts'
import { command } from '../command.ts'
import { notAllowed, notFound, preconditionFailed } from '../errors.ts'
import { keepOneAdministrator } from './last-administrator.ts'
import { StaffRole } from './staff-input.ts'

export const ChangeRoleInput = z.object({ staffId: z.uuid(), role: StaffRole })

/**
 * Gives a log-in another role, from its next request on: the runners read the role from the row each time. Who
 * becomes a supervisor waits `supervisor_grace_hours`, and waits again after having been something else.
 */
export const changeRole = command({
  name: 'staff.change_role',
  permission: 'staff.change_role',
  input: ChangeRoleInput,
  async run({ input, actor, now, store }) {
    const staff = await store.staff.byId(input.staffId)
    if (staff === null) throw notFound('no_such_staff')
    if (actor.type === 'staff' && actor.humanRef === staff.humanRef) throw notAllowed('yourself')
    if (staff.status === 'disabled') throw preconditionFailed('already_disabled')
    if (staff.role === input.role) throw preconditionFailed('same_role')
    await keepOneAdministrator(store.staff, staff)
    const grace = settingMs(await store.settings.all(), 'supervisor_grace_hours')
    const mayDecideFrom = input.role === 'supervisor' ? now + grace : null
    await store.staff.save({ ...staff, role: input.role, mayDecideFrom })
    return {
      value: { staffId: staff.id, role: input.role, mayDecideFrom },
      events: [
        {
          what: 'staff.role_changed',
          data: {
            staff: staff.id,
            from: staff.role,
            to: input.role,
            may_decide_from: mayDecideFrom === null ? null : new Date(mayDecideFrom).toISOString(),
          },
        },
      ],
    }
  },
})

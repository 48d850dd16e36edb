import { z } from 'zod'
import { command } from '../command.ts'
import { notAllowed, notFound, preconditionFailed } from '../errors.ts'
import { keepOneAdministrator } from './last-administrator.ts'
import { StaffEmail } from './staff-input.ts'

/** By id from the screen, by e-mail from the command line. */
export const DisableStaffInput = z.union([z.object({ staffId: z.uuid() }), z.object({ email: StaffEmail })])

/** Ends a log-in and all its sessions: its next request is nobody's. */
export const disableStaff = command({
  name: 'staff.disable',
  permission: 'staff.disable',
  input: DisableStaffInput,
  async run({ input, actor, now, store }) {
    const staff = 'staffId' in input ? await store.staff.byId(input.staffId) : await store.staff.forSignIn(input.email)
    if (staff === null) throw notFound('no_such_staff')
    if (actor.type === 'staff' && actor.humanRef === staff.humanRef) throw notAllowed('yourself')
    if (staff.status === 'disabled') throw preconditionFailed('already_disabled')
    await keepOneAdministrator(store.staff, staff)
    await store.staff.save({ ...staff, status: 'disabled', mayDecideFrom: null })
    const sessions = await store.staff.revokeSessions(staff.id, now, 'disabled')
    return {
      value: { staffId: staff.id, sessions },
      events: [{ what: 'staff.disabled', data: { staff: staff.id, sessions } }],
    }
  },
})

import { command } from '../command.ts'
import { conflict, invalidInput, notAllowed, notFound, preconditionFailed } from '../errors.ts'
import { nameDeputyInput } from '../views/deputies.ts'
import { deputiesNow } from './deputies.ts'

const dayMs = 86_400_000

/**
 * Names somebody to stand in for the supervisors. Whoever was named long enough before decides as soon as they get the
 * right to; nobody names themselves (invariant 2).
 */
export const nameDeputy = command({
  name: 'deputy.name',
  permission: 'deputy.name',
  input: nameDeputyInput,
  async run({ input, actor, now, store, ids }) {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const staff = await store.staff.byId(input.staffId)
    if (staff === null) throw notFound('no_such_staff')
    if (staff.humanRef === actor.humanRef) throw notAllowed('yourself')
    if (staff.status !== 'active' || (staff.role !== 'agent' && staff.role !== 'supervisor')) {
      throw preconditionFailed('not_to_be_deputy')
    }
    // To the end of the last day.
    const endsAt = input.lastDay === '' ? null : Date.parse(`${input.lastDay}T00:00:00Z`) + dayMs
    if (endsAt !== null && !(endsAt > now)) throw invalidInput('input', { lastDay: 'date_past' })
    const already = deputiesNow(await store.staff.deputies(), now).some((one) => one.humanRef === staff.humanRef)
    if (already) throw conflict('already_deputy')
    const id = ids.uuid()
    await store.staff.nameDeputy({ id, humanRef: staff.humanRef, namedBy: actor.humanRef, namedAt: now, endsAt })
    const data = { staff: staff.id, until: endsAt === null ? null : new Date(endsAt).toISOString() }
    return { value: { deputyId: id }, events: [{ what: 'staff.deputy_named', data }] }
  },
})

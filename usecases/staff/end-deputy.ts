import { command } from '../command.ts'
import { conflict, notAllowed, notFound } from '../errors.ts'
import { endDeputyInput } from '../views/deputies.ts'

/** Ends that somebody stands in for the supervisors, at once; nobody does so for themselves. */
export const endDeputy = command({
  name: 'deputy.end',
  permission: 'deputy.name',
  input: endDeputyInput,
  async run({ input, actor, now, store }) {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const deputy = (await store.staff.deputies()).find((one) => one.id === input.deputyId)
    if (deputy === undefined) throw notFound('deputy')
    if (deputy.humanRef === actor.humanRef) throw notAllowed('yourself')
    if (!(await store.staff.endDeputy(deputy.id, now))) throw conflict('stale')
    return { value: { deputyId: deputy.id }, events: [{ what: 'staff.deputy_ended', data: { deputy: deputy.id } }] }
  },
})

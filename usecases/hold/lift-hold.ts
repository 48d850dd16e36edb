import { z } from 'zod'
import { command } from '../command.ts'
import { conflict, notAllowed, notFound } from '../errors.ts'
import { caseByCode, CaseCode } from '../request/act-on-case.ts'
import { noteAbout } from '../request/note-about.ts'
import { meetHold } from './meet-hold.ts'

/** Lifts a legal hold; what it stopped goes on where it was. */
export const liftHold = command({
  name: 'hold.lift',
  permission: 'hold.lift',
  input: z.object({
    caseCode: CaseCode,
    holdRef: z.string().min(1).max(80),
    reason: z.string().trim().min(3, { error: 'too_short' }).max(400, { error: 'too_long' }),
  }),
  async run(context) {
    const { input, actor, now, store } = context
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const { request } = await caseByCode(context, input.caseCode, null)
    const hold = await store.requests.hold(input.holdRef)
    if (hold === null || !request.subjects.some((one) => one.subjectId === hold.subjectId)) throw notFound('hold')
    if (hold.liftedAt !== null) throw conflict('already_lifted', { case: request.caseCode })
    const lifted = { ...hold, liftedAt: now, liftedBy: actor.humanRef }
    await store.requests.putHold(lifted)
    const subjects = request.subjects.filter((one) => one.subjectId === hold.subjectId)
    await noteAbout(context, { id: request.id, subjects }, 'hold_lifted', input.reason)
    const met = await meetHold(context, lifted)
    return {
      value: { holdRef: hold.holdRef },
      events: [
        { what: 'hold.lifted', case: request.caseCode, subjects: [hold.subjectId], data: { covers: hold.covers.replaceAll(':', '.') } },
        ...met.events,
      ],
      jobs: met.jobs,
    }
  },
})

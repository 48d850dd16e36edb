import { z } from 'zod'
import { command } from '../command.ts'
import { conflict, notAllowed, notFound } from '../errors.ts'
import { caseByCode, CaseCode } from '../request/act-on-case.ts'
import { noteAbout } from '../request/note-about.ts'
import { coversCode } from './covers-code.ts'
import { heldInTurn } from './held-in-turn.ts'
import { meetHold } from './meet-hold.ts'

/** Lifts a legal hold; what it stopped goes on where it was. */
export const liftHold = command({
  name: 'hold.lift',
  permission: 'hold.lift',
  input: z.object({
    /** The case on whose page it is lifted; null from the list of holds, where a person's hold may be about none. */
    caseCode: CaseCode.nullable(),
    holdRef: z.string().min(1).max(200),
    reason: z.string().trim().min(3, { error: 'too_short' }).max(400, { error: 'too_long' }),
  }),
  async run(context) {
    const { input, actor, now, store } = context
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const about = input.caseCode === null ? null : (await caseByCode(context, input.caseCode, null)).request
    const hold = await heldInTurn(store, input.holdRef)
    if (hold === null || about?.subjects.every((one) => one.subjectId !== hold.subjectId)) throw notFound('hold')
    if (hold.liftedAt !== null) throw conflict('already_lifted', { case: about?.caseCode })
    const lifted = { ...hold, liftedAt: now, liftedBy: actor.humanRef }
    await store.requests.putHold(lifted, hold)
    await noteAbout(context, { id: about?.id ?? null, subjects: [{ subjectId: hold.subjectId, known: 'on_file' }] }, 'hold_lifted', input.reason)
    const met = await meetHold(context, lifted)
    // What a sender wrote into it stays no longer than the hold, once nothing else of its person is left (invariant 9).
    const erased = (await store.subjects.get(hold.subjectId))?.status === 'erased'
    if (erased) await store.requests.stripHold(hold.id)
    return {
      value: { holdRef: hold.holdRef },
      events: [
        { what: 'hold.lifted', case: about?.caseCode ?? null, subjects: [hold.subjectId], data: { covers: coversCode(hold.covers) } },
        ...met.events,
      ],
      jobs: met.jobs,
    }
  },
})

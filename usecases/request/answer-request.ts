import { z } from 'zod'
import { command } from '../command.ts'
import { notAllowed } from '../errors.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { noteAbout } from './note-about.ts'
import { requestActor } from './request-actor.ts'

const AnswerInput = OnCase.extend({ answer: z.string().trim().min(3, { error: 'too_short' }).max(2_000, { error: 'too_long' }) })

/** The agent whom a request was returned to answers, and it goes back to be decided. */
export const answerRequest = command({
  name: 'request.answer',
  permission: 'request.answer',
  input: AnswerInput,
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const { request } = stored
    if (actor.type !== 'staff' || request.returnedTo !== actor.humanRef) {
      throw notAllowed('not_returned_to_you', { case: request.caseCode })
    }
    const event = { type: 'answer', at: now, by: requestActor(actor) } as const
    const done = await actOnCase(context, stored, event, { what: 'request.answered' })
    await noteAbout(context, request, 'return_answer', input.answer)
    return done
  },
})

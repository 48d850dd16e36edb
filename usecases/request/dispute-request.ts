import { z } from 'zod'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { levelsInCall } from './levels-in-call.ts'
import { noteAbout } from './note-about.ts'
import { requestActor } from './request-actor.ts'

/** "That was not me": stops whatever is running, at level 1, since waiting harms only a thief. */
export const disputeRequest = command({
  name: 'request.dispute',
  permission: 'request.dispute',
  input: OnCase.extend({ callId: z.uuid().nullable(), words: z.string().trim().max(2_000, { error: 'too_long' }) }),
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    if (input.callId === null) throw preconditionFailed('call_needed', { case: input.caseCode })
    const levels = await levelsInCall(context, input.callId)
    const event = { type: 'dispute', at: now, by: requestActor(actor) } as const
    const done = await actOnCase(context, stored, event, { what: 'request.disputed', call: input.callId }, levels)
    await noteAbout(context, stored.request, 'dispute', input.words, input.callId)
    return done
  },
})

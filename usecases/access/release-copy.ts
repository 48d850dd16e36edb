import { z } from 'zod'
import { command } from '../command.ts'
import { actOnCase, caseByCode, OnCase } from '../request/act-on-case.ts'
import { levelsInCall } from '../request/levels-in-call.ts'
import { requestActor } from '../request/request-actor.ts'

/** The person, verified on the line, says that an erasure need not wait for the copy. */
export const releaseCopy = command({
  name: 'access.release',
  permission: 'access.release',
  input: OnCase.extend({ callId: z.uuid() }),
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const levels = await levelsInCall(context, input.callId)
    const event = { type: 'release', at: now, by: requestActor(actor) } as const
    return actOnCase(context, stored, event, { what: 'request.access_released', call: input.callId }, levels)
  },
})

import { z } from 'zod'
import { levelToCancel } from '#domain/request/assurance-needed.ts'
import { isMarkKind } from '#domain/request/kinds.ts'
import type { Request } from '#domain/request/request.ts'
import { isOfStaff } from '#domain/request/take-back.ts'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { levelsInCall } from './levels-in-call.ts'
import { requestActor } from './request-actor.ts'

const CancelInput = OnCase.extend({
  /** The call in which the person asked for it, verified; null where no person asks (the ineligibility kinds). */
  callId: z.uuid().nullable(),
})

/**
 * The person, at level 2 in a live call, takes the request back; also while it is paused. A mark or a correction that
 * staff asked for is taken back by whoever did.
 */
export const cancelRequest = command({
  name: 'request.cancel',
  permission: 'request.cancel',
  input: CancelInput,
  async run(context) {
    const { input, actor, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    if (input.callId === null && actor.type === 'staff' && actor.role === 'agent' && !isOfStaff(stored.request)) {
      throw preconditionFailed('call_needed', { case: input.caseCode })
    }
    const levels = await levelsInCall(context, input.callId)
    // The machine asks who opened a correction; that the person is there to say so is asked here.
    if (isMarkKind(stored.request.kind) && !isOfStaff(stored.request) && !isSure(stored.request, levels)) {
      throw preconditionFailed('level_too_low', { case: input.caseCode })
    }
    const event = { type: 'cancel', at: now, by: requestActor(actor) } as const
    return actOnCase(context, stored, event, { what: 'request.cancelled', call: input.callId }, levels)
  },
})

const isSure = ({ subjects }: Request, levels: ReadonlyMap<string, number>): boolean =>
  subjects.length > 0 && subjects.every(({ subjectId }) => (levels.get(subjectId) ?? 0) >= levelToCancel)

import { settingMs } from '#domain/settings/settings.ts'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { loseLevels } from '../verification/lose-levels.ts'
import { takeOverInput } from '../views/desk-inputs.ts'
import { staffActor } from './own-call.ts'

/**
 * Takes a call that a colleague offers, with everything in it: who was looked up, codes under way, what was submitted.
 * The levels reached come along only if the line stayed open; else everybody in it has to be verified anew.
 *
 * @throws PreconditionFailed where it is offered no more, or this agent has a call that is not wrapped up
 */
export const takeOverCall = command({
  name: 'call.take_over',
  permission: 'call.take_over',
  input: takeOverInput,
  async run(context) {
    const { input, store, now } = context
    const staff = staffActor(context)
    const resumeMs = settingMs(await store.settings.all(), 'resume_minutes')
    const waiting = await store.handOvers.waitingFor(staff.humanRef, now - resumeMs)
    const offer = waiting.find((one) => one.callId === input.callId)
    const call = offer === undefined ? null : await store.calls.get(input.callId)
    if (offer === undefined || call === null || call.wrappedUpAt !== null || call.endedAt !== null) {
      throw preconditionFailed('call_not_offered', { call: input.callId })
    }
    if ((await store.calls.unfinished(staff.id)) !== null) throw preconditionFailed('call_unfinished', { call: call.id })
    if (!(await store.handOvers.endOffer(call.id))) throw preconditionFailed('call_not_offered', { call: call.id })
    await store.handOvers.giveCall(call, { id: staff.id, humanRef: staff.humanRef, sessionId: staff.sessionId })

    const taken = { callId: call.id, agentId: staff.id, endedAt: null, lineOpen: offer.lineOpen }
    const lost = await loseLevels(context, call, taken, resumeMs)
    return {
      value: { kept: lost === 0 },
      events: [{
        what: 'call.taken_over',
        call: call.id,
        subjects: call.subjectId === null ? [] : [call.subjectId],
        data: { from: call.staffId, line_open: offer.lineOpen, levels_lost: lost },
      }],
    }
  },
})

import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { takeBackInput } from '../views/desk-inputs.ts'
import { ownLiveCall } from './own-call.ts'

/** Nobody took it: the call stays where it is, and is offered no more. */
export const takeBackCall = command({
  name: 'call.take_back',
  permission: 'call.hand_over',
  input: takeBackInput,
  async run(context) {
    const call = await ownLiveCall(context, context.input.callId)
    if (!(await context.store.handOvers.endOffer(call.id))) throw preconditionFailed('call_not_offered', { call: call.id })
    return { value: { offered: false }, events: [{ what: 'call.taken_back', call: call.id }] }
  },
})

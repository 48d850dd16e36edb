import { command } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { handOverInput } from '../views/desk-inputs.ts'
import { anybody } from '../views/hand-over.ts'
import { ownLiveCall, staffActor } from './own-call.ts'

/**
 * Offers a call that goes on to a colleague, or to whoever is free. Until somebody takes it, it stays with whoever
 * offers it. That the line stays open is the agent's word: the assurance goes along by it.
 */
export const handOverCall = command({
  name: 'call.hand_over',
  permission: 'call.hand_over',
  input: handOverInput,
  async run(context) {
    const { input, store, now } = context
    const call = await ownLiveCall(context, input.callId)
    const { humanRef } = staffActor(context)
    const agents = (await store.staff.list()).filter((one) => one.role === 'agent' && one.status === 'active')
    const colleague = agents.find((one) => one.humanRef === input.to && one.humanRef !== humanRef)
    if (input.to !== anybody && colleague === undefined) throw invalidInput('no_colleague', { to: 'choose' })
    const lineOpen = input.line === 'open'
    const offeredTo = colleague?.humanRef ?? null
    await store.handOvers.putOffer({ callId: call.id, offeredBy: humanRef, offeredTo, lineOpen, offeredAt: now })
    return {
      value: { offered: true },
      events: [{
        what: 'call.handed_over',
        call: call.id,
        subjects: call.subjectId === null ? [] : [call.subjectId],
        data: { to: colleague?.id ?? 'anybody', line_open: lineOpen, locale: call.locale.toLowerCase() },
      }],
    }
  },
})

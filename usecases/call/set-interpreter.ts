import { command } from '../command.ts'
import { interpreterInput } from '../views/desk-inputs.ts'
import { ownLiveCall } from './own-call.ts'

/** An interpreter joins the call or leaves it: a party of it, of whom nothing else is kept (domain book §5.4). */
export const setInterpreter = command({
  name: 'call.set_interpreter',
  permission: 'call.note',
  input: interpreterInput,
  async run(context) {
    const { input, store, now } = context
    const call = await ownLiveCall(context, input.callId)
    const present = await store.handOvers.hasInterpreter(call.id)
    if (input.present && !present) await store.handOvers.addInterpreter(call.id, now)
    if (!input.present && present) await store.handOvers.removeInterpreter(call.id)
    const what = input.present ? 'call.party_added' : 'call.party_removed'
    return {
      value: { present: input.present },
      events: [{ what, call: call.id, data: { role: 'interpreter', locale: call.locale.toLowerCase() } }],
    }
  },
})

import { command } from '../command.ts'
import { callerLocaleInput } from '../views/desk-inputs.ts'
import { ownLiveCall } from './own-call.ts'

/** The language that the caller speaks: every script that is read to them follows it. */
export const setCallerLanguage = command({
  name: 'call.set_caller_language',
  permission: 'call.note',
  input: callerLocaleInput,
  async run(context) {
    const { input, store } = context
    const call = await ownLiveCall(context, input.callId)
    await store.calls.save({ ...call, locale: input.locale })
    return {
      value: { locale: input.locale },
      events: [{ what: 'call.language_changed', call: call.id, data: { locale: input.locale.toLowerCase() } }],
    }
  },
})

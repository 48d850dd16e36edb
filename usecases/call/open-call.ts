import { z } from 'zod'
import { command } from '../command.ts'
import { beginCall } from './begin-call.ts'
import { liveCallOrTurn } from './own-call.ts'

const OpenCallInput = z.object({
  channel: z.enum(['phone', 'letter', 'branch', 'email', 'app']).default('phone'),
  /** The telephone system's own id of the call. */
  telephonyId: z.string().max(128).nullable().default(null),
})

/** Opens a call without looking anybody up: a call needs no look-up. A live one is answered with as it is. */
export const openCall = command({
  name: 'call.open',
  permission: 'call.open',
  input: OpenCallInput,
  async run(context) {
    const live = await liveCallOrTurn(context)
    if (live !== null) return { value: { callId: live.id }, events: [{ what: 'call.viewed', call: live.id }] }
    const { call, event } = await beginCall(context, context.input)
    return { value: { callId: call.id }, events: [event] }
  },
})

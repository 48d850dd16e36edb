import { z } from 'zod'
import { command } from '../command.ts'

/** Ends one session. Actor: nobody, since it must work for a session that has just ended by itself. */
export const signOut = command({
  name: 'session.sign_out',
  permission: 'session.sign_out',
  input: z.object({ sessionId: z.uuid() }),
  async run({ input, now, store }) {
    const session = await store.staff.session(input.sessionId)
    const ended = await store.staff.revokeSession(input.sessionId, now, 'signed_out')
    return {
      value: { ended },
      events: [{ what: 'session.signed_out', data: { session: input.sessionId, staff: session?.staffId ?? null, ended } }],
    }
  },
})

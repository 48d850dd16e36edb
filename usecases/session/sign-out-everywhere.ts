import { z } from 'zod'
import { command } from '../command.ts'
import { notAllowed } from '../errors.ts'

/** Ends every session of the signed-in login, this one included. */
export const signOutEverywhere = command({
  name: 'session.sign_out_everywhere',
  permission: 'session.sign_out_everywhere',
  input: z.object({}),
  async run({ actor, now, store }) {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const sessions = await store.staff.revokeSessions(actor.id, now, 'signed_out_everywhere')
    return { value: { sessions }, events: [{ what: 'session.signed_out_everywhere', data: { sessions } }] }
  },
})

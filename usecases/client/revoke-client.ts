import { z } from 'zod'
import { command } from '../command.ts'
import { notFound, preconditionFailed } from '../errors.ts'

/** By id from the screen, by id or name from the command line. */
export const RevokeClientInput = z.union([
  z.object({ clientId: z.uuid() }),
  z.object({ name: z.string().trim().min(1).max(60) }),
])

/** Ends a machine client: its next request is nobody's. */
export const revokeClient = command({
  name: 'client.revoke',
  permission: 'client.revoke',
  input: RevokeClientInput,
  async run({ input, now, store }) {
    const client = 'clientId' in input ? await store.clients.byId(input.clientId) : await store.clients.byName(input.name)
    if (client === null) throw notFound('no_such_client')
    if (!(await store.clients.revoke(client.id, now))) throw preconditionFailed('already_revoked')
    return { value: { clientId: client.id }, events: [{ what: 'client.revoked', data: { client: client.id } }] }
  },
})

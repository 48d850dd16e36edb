import { z } from 'zod'
import { clientScopes } from '#domain/access/actor-kinds.ts'
import { query } from '../query.ts'
import type { ClientListView } from '../views/settings.ts'

/** Every machine client there is or was; never a key. */
export const listClients = query({
  name: 'client.list',
  permission: 'client.list',
  input: z.object({}),
  async run({ now, store }): Promise<ClientListView> {
    const clients = await store.clients.list()
    return {
      now,
      scopes: [...clientScopes],
      clients: clients.map((client) => ({
        clientId: client.id,
        name: client.name,
        scopes: [...client.scopes],
        createdAt: client.createdAt,
        lastUsedAt: client.lastUsedAt,
        revokedAt: client.revokedAt,
      })),
    }
  },
})

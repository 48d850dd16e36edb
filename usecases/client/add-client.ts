import { apiKeyOf, apiSecretBytes, apiSecretSha256 } from '#domain/access/api-key.ts'
import { command } from '../command.ts'
import { AppError } from '../errors.ts'
import type { NewClientView } from '../views/settings.ts'
import { AddClientInput } from './client-input.ts'

/** Requests a minute that a new client may send; the gate of a busy enrolment service needs its hundreds a second. */
const ratePerMinute = 60_000

/** Adds a machine client. Its key is in the answer and nowhere else: only its SHA-256 is stored. */
export const addClient = command({
  name: 'client.add',
  permission: 'client.add',
  input: AddClientInput,
  async run({ input, actor, now, store, ids }): Promise<{ value: NewClientView; events: [{ what: 'client.added'; data: { client: string; scopes: string[] } }] }> {
    if ((await store.clients.byName(input.name)) !== null) {
      throw new AppError('conflict', 'client_name_taken', { fields: { name: 'taken' } })
    }
    const settings = await store.settings.all()
    const scopes = [...new Set(input.scopes)].toSorted()
    const clientId = ids.uuid()
    const apiKey = apiKeyOf(clientId, ids.bytes(apiSecretBytes))
    await store.clients.add({
      id: clientId,
      name: input.name,
      scopes,
      ratePerMinute,
      maxAssurance: settings.client_assurance_max,
      createdAt: now,
      createdBy: actor.id,
      revokedAt: null,
      lastUsedAt: null,
      secretSha256: apiSecretSha256(apiKey.slice(clientId.length + 1)),
    })
    return { value: { clientId, apiKey }, events: [{ what: 'client.added', data: { client: clientId, scopes } }] }
  },
})

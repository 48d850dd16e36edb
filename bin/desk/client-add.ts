import { addClient } from '#usecases/client/add-client.ts'
import { listOf, operator, UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<name> --scopes a,b',
  summary: 'Adds a machine client. Its API key is printed once and stored nowhere.',
  positionals: ['name'],
  options: { scopes: { type: 'string' } },
  async run({ args: [name], values, open }) {
    if (values.scopes === undefined) throw new UsageError('--scopes is missing')
    const input = { name, scopes: listOf(values.scopes) }
    const { clientId, apiKey } = await (await open()).command(addClient, input, operator)
    return {
      json: { client_id: clientId, api_key: apiKey },
      lines: [`added client ${clientId}`, `API key (shown once): ${apiKey}`],
    }
  },
})

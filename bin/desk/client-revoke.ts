import { revokeClient } from '#usecases/client/revoke-client.ts'
import { operator, verb as declare } from '../cli/verb.ts'

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const verb = declare({
  usage: '<client id or name>',
  summary: 'Ends a machine client at once.',
  positionals: ['client id or name'],
  options: {},
  async run({ args: [which = ''], open }) {
    const input = isId.test(which) ? { clientId: which } : { name: which }
    const { clientId } = await (await open()).command(revokeClient, input, operator)
    return { json: { client_id: clientId }, lines: [`revoked ${clientId}`] }
  },
})

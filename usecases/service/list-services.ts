import { z } from 'zod'
import { query } from '../query.ts'

/** The services that one can enrol in, with their purposes. */
export const listServices = query({
  name: 'service.list',
  permission: 'service.list',
  input: z.object({}),
  run: async ({ store }) => ({ services: await store.consents.services() }),
})

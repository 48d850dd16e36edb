import { z } from 'zod'
import { clientScopes } from '#domain/access/actor-kinds.ts'

/** What a machine client is called, and the scopes that it gets. */
export const AddClientInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: 'required' })
    .max(60, { error: 'too_long' })
    .regex(/^[\p{L}\p{N} ._-]+$/u, { error: 'invalid' }),
  scopes: z.array(z.enum(clientScopes, { error: 'choose' })).min(1, { error: 'scopes' }),
})

import { z } from 'zod'
import { requestKinds } from '#domain/request/kinds.ts'
import { lawMarkForm } from './settings-inputs.ts'

/** A request that somebody only thinks of: the command knows every place, the form its shape. */
export const whatIfForm = z.object({
  jurisdiction: lawMarkForm.shape.jurisdiction,
  kind: z.enum(requestKinds, { error: 'choose' }),
  scope: z.enum(['account', 'service'], { error: 'choose' }),
  receivedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' }),
})
export type WhatIfForm = z.output<typeof whatIfForm>

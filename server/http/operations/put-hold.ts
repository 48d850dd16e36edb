import { z } from 'zod'
import { AppError } from '#usecases/errors.ts'
import { putHold, PutHoldBody } from '#usecases/hold/put-hold.ts'
import { bodyObject } from '../body-object.ts'
import type { Operation } from '../operation.ts'

/** Legal holds come from the case system. */
export const putHoldOperation: Operation = {
  method: 'PUT',
  path: '/holds/{hold_ref}',
  scope: 'holds.write',
  summary: 'Place, change or lift a legal hold',
  params: { hold_ref: z.string().min(1).max(200) },
  body: PutHoldBody,
  answers: { 200: z.object({ outcome: z.enum(['changed', 'unchanged']) }), 201: z.object({ outcome: z.literal('created') }) },
  problems: { 409: 'The hold is another person’s, or was lifted', 410: 'subject-erased' },
  async run({ desk, principal, params, body }) {
    const { outcome } = await desk.command(putHold, { ...bodyObject(body), hold_ref: params['hold_ref'] }, principal)
    if (outcome === 'subject-erased') throw new AppError('precondition_failed', 'subject-erased')
    return { status: outcome === 'created' ? 201 : 200, body: { outcome } }
  },
}

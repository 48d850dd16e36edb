import { z } from 'zod'
import { ExternalId } from '#usecases/api/fields.ts'
import { AppError } from '#usecases/errors.ts'
import { putSubject, PutSubjectBody } from '#usecases/subject/put-subject.ts'
import { isUniqueViolation } from '../../db/errors.ts'
import type { Operation } from '../operation.ts'
import { bodyObject } from '../body-object.ts'

/** What the account system says of a person. */
export const putSubjectOperation: Operation = {
  method: 'PUT',
  path: '/subjects/{external_id}',
  scope: 'subjects.write',
  summary: 'Create or replace what is on file of a person',
  params: { external_id: ExternalId },
  body: PutSubjectBody,
  answers: { 200: z.object({ outcome: z.enum(['changed', 'unchanged']) }), 201: z.object({ outcome: z.literal('created') }) },
  problems: { 410: 'subject-erased: this account was erased and does not come back' },
  async run({ desk, principal, params, body }) {
    const input = { ...bodyObject(body), external_id: params['external_id'] }
    const put = () => desk.command(putSubject, input, principal)
    // Two first PUTs of one account at a time: the second one finds the account there.
    const { outcome } = await put().catch((fault: unknown) => {
      if (isUniqueViolation(fault)) return put()
      throw fault
    })
    if (outcome === 'subject-erased') throw new AppError('precondition_failed', 'subject-erased')
    return { status: outcome === 'created' ? 201 : 200, body: { outcome } }
  },
}

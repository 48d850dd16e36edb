import { z } from 'zod'
import { notFound } from '../errors.ts'
import { query } from '../query.ts'
import { CaseCode } from '../request/act-on-case.ts'
import type { EndedCaseView } from '../views/case.ts'

/** That the records of a case ended with their months, and when; null while there is a case to show. */
export const viewEndedCase = query({
  name: 'case.view_ended',
  permission: 'case.view',
  input: z.object({ caseCode: CaseCode }),
  async run({ input, store }): Promise<EndedCaseView | null> {
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null) throw notFound('case')
    if (stored.recordsEndedAt === null) return null
    const ended = (await store.requests.history(input.caseCode)).findLast((line) => line.what === 'request.records_ended')
    return { caseCode: input.caseCode, at: stored.recordsEndedAt, months: Number(ended?.params['months'] ?? 0) }
  },
})

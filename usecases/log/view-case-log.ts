import { z } from 'zod'
import { parseCaseCode } from '#domain/request/case-code.ts'
import { invalidInput } from '../errors.ts'
import { query } from '../query.ts'
import type { LogRowView } from '../views/log.ts'
import { logActors } from './log-actors.ts'
import { logRow } from './log-rows.ts'

/** More entries than a case comes to in years; what is beyond is reached through the list. */
export const dossierLimit = 500

/** Every entry of one case, oldest first: the dossier an auditor reads. */
export const viewCaseLog = query({
  name: 'log.view_case',
  permission: 'log.view_case',
  input: z.object({ caseCode: z.string().max(40) }),
  async run({ input, store }): Promise<{ caseCode: string; entries: LogRowView[] }> {
    const caseCode = parseCaseCode(input.caseCode)
    if (caseCode === null) throw invalidInput('input', { caseCode: 'invalid' })
    const actors = await logActors(store)
    const entries = await store.log.ofCase(caseCode, dossierLimit)
    return { caseCode, entries: entries.map((entry) => logRow(entry, actors)) }
  },
})

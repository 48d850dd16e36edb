import { z } from 'zod'
import { decodeEntry } from '#domain/audit/entry.ts'
import { notFound } from '../errors.ts'
import { query } from '../query.ts'
import type { LogEntryView } from '../views/log.ts'
import { logActors } from './log-actors.ts'
import { logEntry } from './log-rows.ts'
import { dossierLimit } from './view-case-log.ts'

/** The 0-based number of a leaf, as a number or as it stands in a URL. */
export const SeqInput = z
  .union([z.int(), z.string().regex(/^(0|[1-9]\d{0,14})$/).transform(Number)])
  .refine((seq) => seq >= 0 && seq <= 2_147_483_647)

/** One entry by its number, as it was hashed, with every entry of its case. @throws NotFound */
export const viewEntry = query({
  name: 'log.view',
  permission: 'log.view',
  input: z.object({ seq: SeqInput }),
  async run({ input, store }): Promise<LogEntryView> {
    const logged = await store.log.bySeq(input.seq)
    if (logged === null) throw notFound('no_such_entry')
    const { case: caseCode, call } = decodeEntry(logged.bytes)
    const callEndedAt = call === null ? null : await store.log.callEndedAt(call)
    const dossier = caseCode === null ? [] : await store.log.ofCase(caseCode, dossierLimit)
    return logEntry(logged, await store.log.saltedNames(logged.id), dossier, await logActors(store), callEndedAt)
  },
})

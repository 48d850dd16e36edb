import { z } from 'zod'
import { command } from '../command.ts'
import type { ImportRunRecord } from '../ports/import-store.ts'
import type { ImportKind } from './import-kind.ts'

export const BeginImportInput = z.object({
  fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** From the first row, whatever was done before. */
  afresh: z.boolean().default(false),
})

/**
 * Opens the run of one file: a file that was broken off goes on where it was, one that was finished is read again
 * from the start, since what is on file may have changed.
 */
const begin = (kind: ImportKind) =>
  command({
    name: `import.begin_${kind}`,
    permission: `import.${kind}`,
    input: BeginImportInput,
    async run({ input, now, store, ids }): Promise<{ value: ImportRunRecord; events: [BegunEvent] }> {
      const known = await store.imports.run(kind, input.fileSha256)
      const goesOn = known !== null && known.endedAt === null && !input.afresh
      const fresh = { id: ids.uuid(), kind, fileSha256: input.fileSha256 }
      const run = goesOn ? known : await store.imports.restart(fresh, now)
      const data = { run: run.id, kind, file: run.fileSha256, rows_done: run.rowsDone }
      return { value: run, events: [{ what: 'import.started', data }] }
    },
  })

type BegunEvent = {
  readonly what: 'import.started'
  readonly data: { readonly run: string; readonly kind: ImportKind; readonly file: string; readonly rows_done: number }
}

export const beginPeopleImport = begin('people')
export const beginNoticesImport = begin('notices')
export const beginConsentsImport = begin('consents')
export const beginHoldsImport = begin('holds')

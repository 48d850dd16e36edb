import { z } from 'zod'
import { command } from '../command.ts'
import { notFound, preconditionFailed } from '../errors.ts'
import type { ImportCounts } from '../ports/import-store.ts'
import type { ImportKind } from './import-kind.ts'

export const FinishImportInput = z.object({ runId: z.uuid() })

/** Ends a run when its last batch is committed, and writes the whole count to the log. */
const finish = (kind: ImportKind) =>
  command({
    name: `import.finish_${kind}`,
    permission: `import.${kind}`,
    input: FinishImportInput,
    async run({ input, now, store }): Promise<{ value: ImportCounts & { rows: number }; events: [FinishedEvent] }> {
      const run = await store.imports.byId(input.runId)
      if (run === null || run.kind !== kind) throw notFound('no_such_import')
      if (run.endedAt !== null) throw preconditionFailed('import_finished')
      await store.imports.finish(run.id, now)
      const { accepted, partial, unchanged, rejected, rowsDone: rows } = run
      const counts = { rows, accepted, partial, unchanged, rejected }
      return {
        value: counts,
        events: [{ what: 'import.finished', data: { run: run.id, kind, file: run.fileSha256, ...counts } }],
      }
    },
  })

type FinishedEvent = {
  readonly what: 'import.finished'
  readonly data: { readonly [name: string]: string | number }
}

export const finishPeopleImport = finish('people')
export const finishNoticesImport = finish('notices')
export const finishConsentsImport = finish('consents')
export const finishHoldsImport = finish('holds')

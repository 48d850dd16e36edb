import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { consentsImporter } from '#server/import/consents-importer.ts'
import { holdsImporter } from '#server/import/holds-importer.ts'
import { noticesImporter } from '#server/import/notices-importer.ts'
import { peopleImporter } from '#server/import/people-importer.ts'
import type { Importer } from '#server/import/importer.ts'
import { runImport, type ImportCommands, type ImportResult } from '#server/import/run-import.ts'
import { beginConsentsImport, beginHoldsImport, beginNoticesImport, beginPeopleImport } from '#usecases/import/begin-import.ts'
import { finishConsentsImport, finishHoldsImport, finishNoticesImport, finishPeopleImport } from '#usecases/import/finish-import.ts'
import type { ImportKind } from '#usecases/import/import-kind.ts'
import type { TestDesk } from './desk.ts'

const operator = { kind: 'operator' } as const

/** What an import came to, with the lines of its rejects file (without its header). */
export interface Imported extends ImportResult {
  readonly rejects: readonly string[]
}

let files = 0

/** Imports a text as a file of its own, as `desk import` does. */
export async function importText(
  { desk, directory }: TestDesk,
  kind: ImportKind,
  content: string | Uint8Array,
  name = `${(files += 1)}-${kind}.csv`,
): Promise<Imported> {
  const file = join(directory, name)
  writeFileSync(file, content)
  const result = await run()
  const rejects = result.rejectsFile === null ? [] : readFileSync(result.rejectsFile, 'utf8').trim().split('\n').slice(1)
  return { ...result, rejects }

  async function run(): Promise<ImportResult> {
    const load = <T>(importer: Importer<T>, commands: ImportCommands) =>
      runImport(desk, importer, commands, file, operator, () => undefined)
    switch (kind) {
      case 'people':
        return load(peopleImporter(desk), { begin: beginPeopleImport, finish: finishPeopleImport })
      case 'notices':
        return load(noticesImporter(desk), { begin: beginNoticesImport, finish: finishNoticesImport })
      case 'consents':
        return load(await consentsImporter(desk), { begin: beginConsentsImport, finish: finishConsentsImport })
      case 'holds':
        return load(await holdsImporter(desk), { begin: beginHoldsImport, finish: finishHoldsImport })
    }
  }
}

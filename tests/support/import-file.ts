import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { consentsImporter } from '#server/import/consents-importer.ts'
import { holdsImporter } from '#server/import/holds-importer.ts'
import { noticesImporter } from '#server/import/notices-importer.ts'
import { peopleImporter } from '#server/import/people-importer.ts'
import { runImport, type ImportResult } from '#server/import/run-import.ts'
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
    const silent = () => undefined
    switch (kind) {
      case 'people':
        return runImport(desk, peopleImporter(desk), { begin: beginPeopleImport, finish: finishPeopleImport }, file, operator, silent)
      case 'notices':
        return runImport(desk, noticesImporter(desk), { begin: beginNoticesImport, finish: finishNoticesImport }, file, operator, silent)
      case 'consents':
        return runImport(desk, await consentsImporter(desk), { begin: beginConsentsImport, finish: finishConsentsImport }, file, operator, silent)
      case 'holds':
        return runImport(desk, await holdsImporter(desk), { begin: beginHoldsImport, finish: finishHoldsImport }, file, operator, silent)
    }
  }
}

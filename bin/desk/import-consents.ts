import { consentsImporter } from '#server/import/consents-importer.ts'
import { beginConsentsImport } from '#usecases/import/begin-import.ts'
import { finishConsentsImport } from '#usecases/import/finish-import.ts'
import { importVerb } from '../cli/import-verb.ts'

export const verb = importVerb('consents', 'Loads consent events.', consentsImporter, {
  begin: beginConsentsImport,
  finish: finishConsentsImport,
})

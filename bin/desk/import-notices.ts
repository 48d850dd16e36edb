import { noticesImporter } from '#server/import/notices-importer.ts'
import { beginNoticesImport } from '#usecases/import/begin-import.ts'
import { finishNoticesImport } from '#usecases/import/finish-import.ts'
import { importVerb } from '../cli/import-verb.ts'

export const verb = importVerb('notices', 'Loads what people were shown.', noticesImporter, {
  begin: beginNoticesImport,
  finish: finishNoticesImport,
})

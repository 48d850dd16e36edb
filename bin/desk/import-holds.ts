import { holdsImporter } from '#server/import/holds-importer.ts'
import { beginHoldsImport } from '#usecases/import/begin-import.ts'
import { finishHoldsImport } from '#usecases/import/finish-import.ts'
import { importVerb } from '../cli/import-verb.ts'

export const verb = importVerb('holds', 'Loads legal holds.', holdsImporter, {
  begin: beginHoldsImport,
  finish: finishHoldsImport,
})

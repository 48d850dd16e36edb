import { peopleImporter } from '#server/import/people-importer.ts'
import { beginPeopleImport } from '#usecases/import/begin-import.ts'
import { finishPeopleImport } from '#usecases/import/finish-import.ts'
import { importVerb } from '../cli/import-verb.ts'

export const verb = importVerb('people', 'Loads or updates people.', peopleImporter, {
  begin: beginPeopleImport,
  finish: finishPeopleImport,
})

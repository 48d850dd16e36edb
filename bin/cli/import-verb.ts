import { importColumns, type ImportKind } from '#usecases/import/import-kind.ts'
import type { Container } from '#server/container.ts'
import type { Importer } from '#server/import/importer.ts'
import { runImport, type ImportCommands } from '#server/import/run-import.ts'
import { operator, verb, type AnyVerb } from './verb.ts'

/** One of the four imports: what differs is the kind, how a row is written, and the commands around it. */
export function importVerb<T>(
  kind: ImportKind,
  summary: string,
  importerOf: (desk: Container) => Importer<T> | Promise<Importer<T>>,
  commands: ImportCommands,
): AnyVerb {
  const { required, oneOf, optional } = importColumns[kind]
  return verb({
    usage: '<file.csv|file.ndjson>',
    summary: `${summary} Columns: ${[...required, ...oneOf, ...optional].join(', ')}.`,
    positionals: ['file'],
    options: {},
    async run({ args: [file = ''], open, say }) {
      const desk = await open()
      const result = await runImport(desk, await importerOf(desk), commands, file, operator, say)
      const { rows, accepted, partial, unchanged, rejected, rejectsFile } = result
      return {
        refused: rejected > 0,
        json: { rows, accepted, partial, unchanged, rejected, rejects_file: rejectsFile },
        lines: [
          `${rows} rows: ${accepted} accepted, ${partial} partial, ${unchanged} unchanged, ${rejected} rejected`,
          ...(rejectsFile === null ? [] : [`line numbers and reasons: ${rejectsFile}`]),
        ],
      }
    },
  })
}

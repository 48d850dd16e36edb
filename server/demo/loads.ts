import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginConsentsImport, beginHoldsImport, beginNoticesImport, beginPeopleImport } from '#usecases/import/begin-import.ts'
import { finishConsentsImport, finishHoldsImport, finishNoticesImport, finishPeopleImport } from '#usecases/import/finish-import.ts'
import type { Container } from '../container.ts'
import { consentsImporter } from '../import/consents-importer.ts'
import { holdsImporter } from '../import/holds-importer.ts'
import type { Importer } from '../import/importer.ts'
import { noticesImporter } from '../import/notices-importer.ts'
import { peopleImporter } from '../import/people-importer.ts'
import { alone, runImport, type ImportCommands } from '../import/run-import.ts'

type Row = Readonly<Record<string, string>>

/** The four imports of the operator's command line, fed from memory. */
export interface DemoLoads {
  people(rows: readonly Row[]): Promise<void>
  notices(rows: readonly Row[]): Promise<void>
  consents(rows: readonly Row[]): Promise<void>
  holds(rows: readonly Row[]): Promise<void>
}

/**
 * Imports rows as an operator would import a file: NDJSON in a temporary folder, the same importer, the same entries;
 * only without a pause for others, since nobody is at the desk yet.
 *
 * @throws Error when a row was not taken: everything that the demo invents must be good
 */
export function demoLoads(desk: Container, say: (line: string) => void): DemoLoads {
  async function load<T>(kind: string, rows: readonly Row[], importer: Importer<T>, commands: ImportCommands) {
    const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-demo-'))
    try {
      const file = join(folder, `${kind}.ndjson`)
      await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      const result = await runImport(desk, importer, commands, file, { kind: 'operator' }, (line) => say(`${kind}: ${line}`), alone)
      if (result.rejected + result.partial > 0) throw new Error(`the demo's own ${kind} were not taken: ${result.rejected} rejected, ${result.partial} partial`)
      say(`${kind}: ${result.rows}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return {
    people: (rows) => load('people', rows, peopleImporter(desk), { begin: beginPeopleImport, finish: finishPeopleImport }),
    notices: (rows) => load('notices', rows, noticesImporter(desk), { begin: beginNoticesImport, finish: finishNoticesImport }),
    consents: async (rows) => load('consents', rows, await consentsImporter(desk), { begin: beginConsentsImport, finish: finishConsentsImport }),
    holds: async (rows) => load('holds', rows, await holdsImporter(desk), { begin: beginHoldsImport, finish: finishHoldsImport }),
  }
}

import { randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe } from 'vitest'
import { openDatabase } from '#server/db/client.ts'
import type { Database, DatabaseKind } from '#server/db/client.ts'
import { afterFile, folderOfFile } from './after-file.ts'
import { postgresTemplate, postgresUrl } from './postgres.ts'

let folder: string | undefined

/** A folder of this test file's own. */
function ownFolder(): string {
  if (folder !== undefined) return folder
  folder = folderOfFile('rightsdesk-test-')
  afterFile(() => {
    folder = undefined
  })
  return folder
}

/** A path for a file that does not exist yet. */
export function freshPath(extension = 'db'): string {
  return join(ownFolder(), `${randomBytes(8).toString('hex')}.${extension}`)
}

/** A SQLite database of its own, migrated and empty. @returns its `file:` URL */
export function freshSqlite(): string {
  const template = process.env.RIGHTSDESK_TEST_SQLITE_TEMPLATE
  if (!template) throw new Error('No template: this test must run in a project with tests/support/databases-global.ts')
  const path = freshPath()
  copyFileSync(template, path)
  return `file:${path}`
}

/** A PostgreSQL database of its own, migrated and empty. @returns its URL, as the superuser */
export function freshPostgres(): Promise<string> {
  return postgresUrl({ template: postgresTemplate })
}

/** A migrated, empty database of this kind. @returns its URL */
export async function freshUrl(kind: DatabaseKind): Promise<string> {
  return kind === 'sqlite' ? freshSqlite() : freshPostgres()
}

/** What a test gets: opens the database at `url`, or a fresh one; closed when the test ends. */
export type OpenForTest = (url?: string) => Promise<Database & { url: string }>

/** Runs the same tests on real SQLite and on real PostgreSQL. Neither is ever skipped. */
export function forEachDatabase(tests: (kind: DatabaseKind, open: OpenForTest) => void): void {
  for (const kind of ['sqlite', 'postgresql'] as const) {
    describe(`on ${kind}`, () => {
      const opened: Database[] = []
      const closeAll = async () => {
        await Promise.all(opened.splice(0).map((database) => database.close()))
      }
      afterEach(closeAll)
      afterAll(closeAll)
      tests(kind, async (given) => {
        const url = given ?? (await freshUrl(kind))
        const database = await openDatabase({ url })
        opened.push(database)
        return { ...database, url }
      })
    })
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { DatabaseKind } from '#server/db/client.ts'
import { freshUrl } from './database.ts'
import { deskInFolder, type DeskProcess } from './desk-in-folder.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder and an environment for `desk`, for as long as a test file runs; nothing is in it yet. */
export async function deskProcess(kind: DatabaseKind = 'sqlite'): Promise<DeskProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'rightsdesk-cli-'))
  folders.push(directory)
  return deskInFolder(directory, kind === 'postgresql' ? await freshUrl(kind) : undefined)
}

import type { DatabaseKind } from '#server/db/client.ts'
import { folderOfFile } from './after-file.ts'
import { freshUrl } from './database.ts'
import { deskInFolder, type DeskProcess } from './desk-in-folder.ts'

/** A folder and an environment for `desk`, for as long as a test file runs; nothing is in it yet. */
export async function deskProcess(kind: DatabaseKind = 'sqlite'): Promise<DeskProcess> {
  const directory = folderOfFile('rightsdesk-cli-')
  return deskInFolder(directory, kind === 'postgresql' ? await freshUrl(kind) : undefined)
}

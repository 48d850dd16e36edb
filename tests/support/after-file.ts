import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const closing: (() => Promise<void> | void)[] = []

/**
 * Closes something once everything in the running test file is over, its own closing hooks included. A module that test
 * files share is loaded once for many of them, so it can not register a hook of its own when it is loaded.
 */
export function afterFile(close: () => Promise<void> | void): void {
  closing.push(close)
}

/** Closes what the file that has run left open, the last thing first (tests/support/setup.ts). */
export async function closeAfterFile(): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close()
}

/** A folder of the running test file's own; it goes when the file has run. */
export function folderOfFile(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  afterFile(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

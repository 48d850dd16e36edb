import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for one soak part. It goes with the process, also when that is told to end: it may hold a gigabyte. */
export function soakFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-soak-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) process.once(signal, () => process.exit(code))
  return folder
}

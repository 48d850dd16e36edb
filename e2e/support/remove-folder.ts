import { rmSync } from 'node:fs'

/** Removes the folder of the run's own desk: database, keys and all. */
export default function removeFolder(): void {
  const folder = process.env.RIGHTSDESK_E2E_FOLDER
  if (folder) rmSync(folder, { recursive: true, force: true })
}

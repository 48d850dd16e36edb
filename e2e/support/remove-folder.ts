import { rmSync } from 'node:fs'

/** Removes the folders of the run's own desks: databases, keys and all. */
export default function removeFolder(): void {
  for (const folder of process.env.RIGHTSDESK_E2E_FOLDERS?.split(',') ?? []) {
    if (folder !== '') rmSync(folder, { recursive: true, force: true })
  }
}

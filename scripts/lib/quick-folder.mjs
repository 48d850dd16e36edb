import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endChildren } from './children.mjs'

const memory = '/dev/shm'
const enough = 4 * 1024 ** 3

/**
 * From here on temporary folders of this process and of those that it starts lie in memory, where the system offers
 * enough of it: tests make hundreds of databases, each commit of which would wait for the disk. They end processes, not
 * the power, so nothing of what they show hangs on that. The folder goes with this process.
 */
export function useQuickFolder() {
  if (!hasRoom()) return
  const folder = mkdtempSync(join(memory, 'rightsdesk-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  // A signal alone ends a process without that: what lies in memory must not stay there, nor be taken from under a
  // child that still writes into it.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => void endChildren(signal).then(() => process.exit(1)))
  }
  // PostgreSQL runs as somebody else, who has to pass through.
  chmodSync(folder, 0o711)
  if (runsPrograms(folder)) process.env.TMPDIR = folder
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= enough
  } catch {
    // No such place on this system: temporary folders lie where they always do.
    return false
  }
}

/**
 * Containers often mount it for data alone, and a copy of PostgreSQL's programs is to lie there.
 *
 * @param {string} folder
 */
function runsPrograms(folder) {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o700 })
  return spawnSync(program).status === 0
}

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * A hash over files and folders of the project: equal as long as no name and no content changed.
 *
 * @param {readonly string[]} paths  from the project's folder; one that does not exist counts as absent
 * @param {{ without?: RegExp, also?: readonly string[] }} [options]
 *   `without` leaves out paths that match; `also` adds further text
 * @returns {string} SHA-256, hex
 */
export function fingerprint(paths, { without, also = [] } = {}) {
  const hash = createHash('sha256')
  for (const text of also) hash.update(text).update('\0')
  for (const path of paths) add(path)
  return hash.digest('hex')

  /** @param {string} path */
  function add(path) {
    const full = join(root, path)
    if (without?.test(path) || !existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`)
    } else {
      hash.update(path).update('\0').update(readFileSync(full)).update('\0')
    }
  }
}

/**
 * Completes package-lock.json for other platforms. A registry mirror that holds Linux binaries only makes `npm`
 * write a lock that `npm ci` then refuses everywhere (`Missing: @next/swc-darwin-arm64@… from lock file`). Run it
 * after each change of a dependency.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingPlatforms } from './lib/lock-platforms.mjs'
import { root } from './lib/root.mjs'
import { say } from './lib/say.mjs'

const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = missingPlatforms(lock.packages)
const entries = Object.entries({ ...lock.packages, ...missing })
lock.packages = Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
say(`✓ added ${Object.keys(missing).length} packages of other platforms`)

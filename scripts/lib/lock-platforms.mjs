/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   integrity?: string, optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {Record<string, LockEntry>} LockPackages
 */

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/**
 * Reads from the name of a binary's package which machines it is for: `@next/swc-linux-x64-musl`.
 *
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] }}
 */
export function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = systems.find((one) => words.includes(one))
  const cpu = processors.find((one) => words.includes(one))
  const libc = os === 'linux' ? (words.some((one) => one.startsWith('musl')) ? 'musl' : words.some((one) => one.startsWith('gnu')) ? 'glibc' : undefined) : undefined
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) }
}

/**
 * Finds the optional packages that a lock file names as dependencies but does not hold: `npm ci` refuses such a
 * lock on any machine. Their versions are exact, as makers of binaries write them.
 *
 * @param {LockPackages} packages
 * @returns {LockPackages} what to add; without integrity, which only a registry that has them can tell
 * @throws Error for one that is not exact, or whose name tells no platform
 */
export function missingPlatforms(packages) {
  /** @type {LockPackages} */
  const missing = {}
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isHeld(packages, path, name)) continue
      const platform = platformOf(name)
      if (!/^\d+\.\d+\.\d+\S*$/.test(version) || (!platform.os && !platform.cpu)) {
        throw new Error(`${path} wants ${name} ${version}, which this registry lacks and which can not be guessed.`)
      }
      missing[`node_modules/${name}`] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true }
    }
  }
  return missing
}

/**
 * True when Node would find the package from there: beside it, or in a folder above.
 *
 * @param {LockPackages} packages
 * @param {string} from
 * @param {string} name
 */
function isHeld(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

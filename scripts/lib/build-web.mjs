import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'
import { timed } from './say.mjs'

const sources = [
  'app', 'components', 'domain', 'usecases', 'server', 'messages', 'public', 'prisma/models.prisma', 'proxy.ts',
  'instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json',
  'package-lock.json', 'scripts/lib/build-web.mjs',
]
const notBuilt = /\.test\.tsx?$|^server\/db\/generated\//
const output = join(root, '.next', 'standalone')
const stamp = join(output, 'rightsdesk-sources')

/** The server's program of the production build, absolute. */
export const webServer = join(output, 'server.js')

/** Builds the web for production, unless what it is made from is what it was at the last build. */
export async function buildWeb() {
  const wanted = fingerprint(sources, { without: notBuilt })
  if (existsSync(webServer) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await timed('building the web', async () => {
    rmSync(stamp, { force: true })
    await runCommand(process.execPath, [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
      cwd: root,
      quiet: true,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    copyBeside('.next/static')
    copyBeside('public')
    writeFileSync(stamp, wanted)
  })
}

/**
 * The standalone output leaves out what a content network might serve; here it serves that itself.
 *
 * @param {string} path
 */
function copyBeside(path) {
  const from = join(root, path)
  const to = join(output, path)
  rmSync(to, { recursive: true, force: true })
  if (existsSync(from)) cpSync(from, to, { recursive: true })
}

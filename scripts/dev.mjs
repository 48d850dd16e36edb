import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { migrateDatabase, startDemo } from './lib/database-steps.mjs'
import { deskEnvironment } from './lib/desk-environment.mjs'
import { assertPortIsFree } from './lib/port-check.mjs'
import { main, prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { supervise } from './lib/supervise.mjs'

const preload = pathToFileURL(join(import.meta.dirname, 'lib', 'strip-forwarded.mjs')).href
const worker = join(root, 'bin', 'worker.ts')

await main(async () => {
  await prepare()
  const env = { ...deskEnvironment(process.env), NODE_ENV: /** @type {const} */ ('development') }
  await assertPortIsFree(env.HOSTNAME, env.PORT)
  mkdirSync(env.RIGHTSDESK_DATA, { recursive: true, mode: 0o700 })
  await migrateDatabase(env)
  const { signIns } = process.env.RIGHTSDESK_DEMO === '0' ? { signIns: [] } : await startDemo(env)
  for (const { role, email, password } of signIns) {
    process.stdout.write(`sign in as ${role}: ${email} / ${password}\n`)
  }
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  await supervise([
    { name: 'web', args: ['--import', preload, next, 'dev', '--hostname', env.HOSTNAME, '--port', env.PORT], env, cwd: root },
    { name: 'worker', args: [worker], env, cwd: root },
  ])
  process.exit(0)
})

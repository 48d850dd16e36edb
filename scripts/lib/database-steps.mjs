import { join } from 'node:path'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'
import { say, spoken, timed } from './say.mjs'

const migrate = join(root, 'bin', 'migrate.ts')
const demo = join(root, 'bin', 'demo.ts')

/**
 * @typedef {{ role: string, email: string, password: string }} SignIn
 * @typedef {{ what: string, phone: string }} NumberToTry
 */

/**
 * Brings the database that the environment names up to the committed migrations.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function migrateDatabase(env) {
  await timed('migrating the database', () =>
    runCommand(process.execPath, [migrate], { cwd: root, env, quiet: true }),
  )
}

/**
 * Makes the demo if the desk is empty, and reads who can sign in to it and which numbers to look up.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ signIns: SignIn[], numbers: NumberToTry[] }>} nobody and none, when this desk holds no demo
 */
export async function startDemo(env) {
  const started = Date.now()
  const out = await runCommand(process.execPath, [demo, '--json'], {
    cwd: root, env, quiet: true, stdio: ['ignore', 'pipe', 'inherit'],
  })
  /** @type {{ created: boolean, sign_ins: SignIn[], try: NumberToTry[] }} */
  const found = JSON.parse(out.trim().split('\n').at(-1) ?? '{}')
  if (found.created) say(`✓ making the demo: ${spoken(Date.now() - started)}`)
  return { signIns: found.sign_ins, numbers: found.try }
}

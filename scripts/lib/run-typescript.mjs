import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { onOrphaned } from './orphan.mjs'
import { root } from './root.mjs'

/**
 * Runs one of the project's TypeScript programs in place of this one: same arguments, input, output, signals and
 * exit code.
 *
 * @param {string} program  from the project's folder: `bin/desk.ts`
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<never>}
 */
export function becomeTypescript(program, args, env = process.env) {
  const child = spawn(process.execPath, [join(root, program), ...args], { stdio: 'inherit', cwd: root, env })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  onOrphaned(() => child.kill('SIGTERM'))
  return new Promise((_resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

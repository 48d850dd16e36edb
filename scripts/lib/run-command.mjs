import { spawn } from 'node:child_process'

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { quiet?: boolean }} [options]
 *   `quiet` keeps what it prints and shows it only when it fails
 * @returns {Promise<string>} what it printed on stdout, when `quiet`; else an empty string
 * @throws Error with the exit code, and with the end of what it printed when `quiet`
 */
export function runCommand(program, args, options = {}) {
  const { quiet = false, ...spawnOptions } = options
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2], ...spawnOptions })
    let out = ''
    let both = ''
    child.stdout?.on('data', (chunk) => {
      out += chunk
      both += chunk
    })
    child.stderr?.on('data', (chunk) => {
      both += chunk
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(out)
      const tail = both.trim().split('\n').slice(-20).join('\n')
      reject(new Error(`${program} ${args.join(' ')} ended with ${signal ?? code}${tail ? `:\n${tail}` : ''}`))
    })
  })
}

/**
 * True when a program of this name is on the PATH.
 *
 * @param {string} program
 * @returns {Promise<boolean>}
 */
export async function isOnPath(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which'
  try {
    await runCommand(finder, [program], { quiet: true })
    return true
  } catch {
    return false
  }
}

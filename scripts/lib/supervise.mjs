import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { onOrphaned } from './orphan.mjs'
import { say, spoken } from './say.mjs'

/**
 * @typedef {object} Process
 * @property {string} name  as it is said: `web`, `worker`
 * @property {readonly string[]} args  of Node
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cwd
 */

const preload = pathToFileURL(join(import.meta.dirname, 'end-with-supervisor.mjs')).href
const shortest = 500
const longest = 30_000
/** A process that lived this long was well: its next failure is a new one. */
const well = 60_000
const graceful = 10_000

/**
 * Keeps processes running: one that ends is started again, later each time it fails at once. SIGINT, SIGTERM and
 * SIGHUP, or the end of npm, end them all, first kindly; then the promise resolves.
 *
 * @param {readonly Process[]} processes
 * @returns {Promise<void>}
 */
export async function supervise(processes) {
  const stop = new AbortController()
  const end = () => {
    if (!stop.signal.aborted) say('· ending …')
    stop.abort()
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end)
  onOrphaned(end)
  await Promise.all(processes.map((one) => keepRunning(one, stop.signal)))
}

/**
 * @param {Process} one
 * @param {AbortSignal} stop
 */
async function keepRunning(one, stop) {
  let pause = shortest
  while (!stop.aborted) {
    const started = Date.now()
    const end = await runOnce(one, stop)
    if (stop.aborted) return
    if (Date.now() - started > well) pause = shortest
    say(`✗ ${one.name} ended (${end}); starting it again in ${spoken(pause)}`)
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined)
    pause = Math.min(pause * 2, longest)
  }
}

/**
 * @param {Process} one
 * @param {AbortSignal} stop
 * @returns {Promise<string>} how it ended, in words
 */
function runOnce(one, stop) {
  return new Promise((resolve) => {
    // In a group of its own, so that Ctrl-C reaches it once, from us, and in order.
    const child = spawn(process.execPath, ['--import', preload, ...one.args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      cwd: one.cwd,
      env: one.env,
      detached: process.platform !== 'win32',
    })
    /** @type {NodeJS.Timeout | undefined} */
    let force
    const end = () => {
      child.kill('SIGTERM')
      force = setTimeout(() => child.kill('SIGKILL'), graceful)
    }
    stop.addEventListener('abort', end, { once: true })
    /** @param {string} words */
    const ended = (words) => {
      clearTimeout(force)
      stop.removeEventListener('abort', end)
      resolve(words)
    }
    child.on('error', (error) => ended(error.message))
    child.on('close', (code, signal) => ended(signal ?? `exit code ${code}`))
    if (stop.aborted) end()
  })
}

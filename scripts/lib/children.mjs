import { once } from 'node:events'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** How long a child may take to end, ms. */
const patience = 15_000

/** @type {Set<ChildProcess>} */
const running = new Set()

/**
 * From here on a signal that ends this process is handed to this child first.
 *
 * @param {ChildProcess} child
 */
export function endWithUs(child) {
  running.add(child)
  child.once('close', () => running.delete(child))
  child.once('error', () => running.delete(child))
}

/**
 * Hands a signal to every child that runs, and waits until each has ended; what does not end is killed.
 *
 * @param {NodeJS.Signals} signal
 */
export async function endChildren(signal) {
  await Promise.all([...running].map(async (child) => {
    const closed = once(child, 'close')
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    await closed
    clearTimeout(timer)
  }))
}

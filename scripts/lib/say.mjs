/** One-line progress on the terminal: what is being done, and how long it took. */

/**
 * Milliseconds as a person says them: `0.4 s`, `12 s`, `2 min 5 s`.
 *
 * @param {number} ms
 * @returns {string}
 */
export function spoken(ms) {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/**
 * Prints one line on stderr: stdout belongs to results (`--json`, the last line of a test run).
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Says what is about to happen, does it, and says how long it took.
 *
 * @template T
 * @param {string} what  in the present tense: `installing packages`
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>} what the work returned; its error passes through
 */
export async function timed(what, work) {
  const started = Date.now()
  say(`· ${what} …`)
  try {
    const result = await work()
    say(`✓ ${what}: ${spoken(Date.now() - started)}`)
    return result
  } catch (error) {
    say(`✗ ${what}: failed after ${spoken(Date.now() - started)}`)
    throw error
  }
}

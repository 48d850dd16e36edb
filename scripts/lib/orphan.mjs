const interval = 500

/**
 * Calls back when the npm that started this process is gone. Killed, npm ends only the shell between us, and a
 * desk that nobody sees would go on and hold its port. Started without npm, an outliving process is meant.
 *
 * @param {() => void} orphaned
 */
export function onOrphaned(orphaned) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    orphaned()
  }, interval)
  timer.unref()
}

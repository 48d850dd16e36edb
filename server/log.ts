/**
 * One line of JSON a fault on standard error: where, the kind of error and its stack frames. The message is left
 * out on purpose: libraries put the values they choked on into it.
 */
export function logFault(where: string, fault: unknown): void {
  const name = fault instanceof Error ? fault.name : typeof fault
  const frames = fault instanceof Error ? (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 6) : []
  process.stderr.write(`${JSON.stringify({ level: 'error', where, name, frames: frames.map((frame) => frame.trim()) })}\n`)
}

/** One line of JSON about what a process does: codes and numbers only. */
export function logLine(what: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void {
  process.stderr.write(`${JSON.stringify({ level: 'info', what, ...facts })}\n`)
}

import { format } from 'node:util'

const shown = console.error
let messages: string[] = []

console.error = (...args: unknown[]) => {
  messages.push(format(...args))
  shown(...args)
}

/**
 * What was written with `console.error` since the last call. A test that provokes such a message takes it and
 * asserts on it; what no test has taken by its end fails it (tests/support/setup.ts).
 */
export function takeConsoleErrors(): string[] {
  const taken = messages
  messages = []
  return taken
}

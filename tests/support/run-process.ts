import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a TypeScript file in a process of its own, from the project's folder. @returns what it printed */
export async function runProcess(file: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [file, ...args])
  return stdout
}

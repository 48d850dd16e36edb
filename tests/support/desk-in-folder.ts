import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'

/** How one call of the command line ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** The last line of standard output, read as JSON. */
  json(): Record<string, unknown>
}

interface StartOptions {
  /** They stand before the program. */
  readonly nodeOptions?: readonly string[]
  readonly env?: Record<string, string>
}

interface RunOptions extends StartOptions {
  readonly input?: string
}

/** The operator's command line as its own process, over data and keys of its own. */
export interface DeskProcess {
  readonly directory: string
  /** What it is told about its surroundings: another program that gets the same works at the same desk. */
  readonly surroundings: NodeJS.ProcessEnv
  /** Runs a verb to its end. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>
  /** Starts a verb, to be watched or killed. */
  start(args: readonly string[], options?: StartOptions): ChildProcessWithoutNullStreams
}

const program = join(import.meta.dirname, '..', '..', 'bin', 'desk.ts')

/**
 * A desk in a folder that is there already; nothing of the desk need be in it yet.
 *
 * @param databaseUrl  without one, a SQLite file in the folder
 */
export function deskInFolder(directory: string, databaseUrl?: string): DeskProcess {
  const surroundings: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    RIGHTSDESK_DATA: join(directory, 'data'),
    RIGHTSDESK_KEYS: join(directory, 'keys'),
    DATABASE_URL: databaseUrl ?? `file:${join(directory, 'data', 'desk.db')}`,
  }
  const start = (args: readonly string[], { nodeOptions = [], env = {} }: StartOptions = {}) =>
    spawn(process.execPath, [...nodeOptions, program, ...args], { cwd: directory, env: { ...surroundings, ...env }, stdio: 'pipe' })
  return {
    directory,
    surroundings,
    start,
    run: (args, { input = '', ...options } = {}) =>
      new Promise((resolve, reject) => {
        const child = start(args, options)
        let [stdout, stderr] = ['', '']
        child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
        child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
        child.on('error', reject)
        child.on('close', (code) => {
          const json = () => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>
          resolve({ code, stdout, stderr, json })
        })
        child.stdin.end(input)
      }),
  }
}

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { freshUrl } from './database.ts'
import type { DatabaseKind } from '#server/db/client.ts'

/** How one call of the command line ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** The last line of standard output, read as JSON. */
  json(): Record<string, unknown>
}

interface RunOptions {
  readonly input?: string
  readonly nodeOptions?: readonly string[]
  readonly env?: Record<string, string>
}

/** The operator's command line as its own process, over data and keys of its own. */
export interface DeskProcess {
  readonly directory: string
  /** Runs a verb to its end. `nodeOptions` stand before the program. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>
  /** Starts a verb, to be killed. */
  start(args: readonly string[]): ChildProcessWithoutNullStreams
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const program = join(import.meta.dirname, '..', '..', 'bin', 'desk.ts')

/** A folder and an environment for `desk`; nothing is in it yet. */
export async function deskProcess(kind: DatabaseKind = 'sqlite'): Promise<DeskProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'rightsdesk-cli-'))
  folders.push(directory)
  const surroundings: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    RIGHTSDESK_DATA: join(directory, 'data'),
    RIGHTSDESK_KEYS: join(directory, 'keys'),
    ...(kind === 'postgresql' ? { DATABASE_URL: await freshUrl(kind) } : { DATABASE_URL: `file:${join(directory, 'data', 'desk.db')}` }),
  }
  const start = (args: readonly string[], nodeOptions: readonly string[] = [], env: Record<string, string> = {}) =>
    spawn(process.execPath, [...nodeOptions, program, ...args], { cwd: directory, env: { ...surroundings, ...env }, stdio: 'pipe' })
  return {
    directory,
    start: (args) => start(args),
    run: (args, { input = '', nodeOptions, env } = {}) =>
      new Promise((resolve, reject) => {
        const child = start(args, nodeOptions, env)
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

import { spawn } from 'node:child_process'
import { afterEach } from 'vitest'

/** What `npm start` runs, as a process: the launcher above the web server and the worker. */
export interface StartedDesk {
  /** Everything that it printed so far. */
  said(): string
  /** Tells it to end, as a service manager does, and waits. @returns its exit code, null where a signal ended it */
  end(): Promise<number | null>
}

const running = new Set<StartedDesk>()
afterEach(async () => {
  for (const desk of running) await desk.end()
})

/**
 * Starts a desk and waits for the line that says where it runs. It builds the web if that was not done yet.
 *
 * @throws Error with what it printed, when it ends before
 */
export async function startDesk(env: NodeJS.ProcessEnv): Promise<StartedDesk> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { stdio: ['ignore', 'pipe', 'pipe'], env })
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  let said = ''
  const desk: StartedDesk = {
    said: () => said,
    end() {
      running.delete(desk)
      child.kill('SIGTERM')
      return closed
    },
  }
  running.add(desk)
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.includes('Rightsdesk is running at')) resolve()
      })
    }
    closed.then((code) => reject(new Error(`it ended with ${code}:\n${said}`)), reject)
  })
  return desk
}

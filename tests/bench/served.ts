import { spawn } from 'node:child_process'
import { buildWeb, webServer } from '#scripts/lib/build-web.mjs'
import { deskEnvironment } from '#scripts/lib/desk-environment.mjs'
import { freePort } from '#scripts/lib/free-port.mjs'
import { untilReady } from '#scripts/lib/until-ready.mjs'
import type { BenchDesk } from './bench-desk.ts'

/** A web server that runs on a benchmark's database until it is stopped. */
export interface Served {
  readonly port: number
  stop(): void
}

/** The web as it is in production, on this benchmark's database; a process of its own, as whoever asks is. */
export async function serve(bench: BenchDesk): Promise<Served> {
  await buildWeb()
  const { config } = bench.desk
  const port = await freePort()
  const env = deskEnvironment({
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: config.databaseUrl,
    RIGHTSDESK_DATA: config.dataDirectory,
    RIGHTSDESK_KEYS: config.keysDirectory,
    RIGHTSDESK_DEMO: '0',
    RIGHTSDESK_BENCH: '1',
  })
  const child = spawn(process.execPath, [webServer], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => reject(new Error('the server of the benchmark ended')))
  })
  await Promise.race([untilReady(env), ended])
  return {
    port,
    stop() {
      child.removeAllListeners('exit')
      child.kill()
    },
  }
}

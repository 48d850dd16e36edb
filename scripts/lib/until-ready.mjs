import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

/**
 * Waits until the web answers that it is alive; says so when it takes unusually long, and goes on waiting.
 *
 * @param {{ HOSTNAME: string, PORT: string }} env
 */
export async function untilReady(env) {
  const host = env.HOSTNAME === '0.0.0.0' ? '127.0.0.1' : env.HOSTNAME === '::' ? '::1' : env.HOSTNAME
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT}/api/health`
  const started = Date.now()
  let said = false
  for (;;) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.ok) return
    if (!said && Date.now() - started > 30_000) {
      said = true
      say(`· still waiting for ${url}${answer ? `, which answers ${answer.status}` : ''} …`)
    }
    await sleep(150)
  }
}

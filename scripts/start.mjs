import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWeb, webServer } from './lib/build-web.mjs'
import { migrateDatabase, startDemo } from './lib/database-steps.mjs'
import { deskEnvironment } from './lib/desk-environment.mjs'
import { assertPortIsFree } from './lib/port-check.mjs'
import { main, prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { say, spoken } from './lib/say.mjs'
import { supervise } from './lib/supervise.mjs'
import { untilReady } from './lib/until-ready.mjs'

const preload = pathToFileURL(join(import.meta.dirname, 'lib', 'strip-forwarded.mjs')).href
const worker = join(root, 'bin', 'worker.ts')

await main(async () => {
  const started = Date.now()
  await prepare()
  const env = deskEnvironment(process.env)
  await assertPortIsFree(env.HOSTNAME, env.PORT)
  mkdirSync(env.RIGHTSDESK_DATA, { recursive: true, mode: 0o700 })
  await migrateDatabase(env)
  const { signIns, numbers } = env.RIGHTSDESK_DEMO === '0' ? { signIns: [], numbers: [] } : await startDemo(env)
  await buildWeb()

  const running = supervise([
    { name: 'web', args: ['--import', preload, webServer], env, cwd: root },
    { name: 'worker', args: [worker], env, cwd: root },
  ])
  const ready = untilReady(env).then(() => {
    say(`✓ ready after ${spoken(Date.now() - started)}`)
    process.stdout.write(`Rightsdesk is running at ${env.PUBLIC_URL}\n`)
    for (const { role, email, password } of signIns) {
      process.stdout.write(`sign in as ${role}: ${email} / ${password}\n`)
    }
    for (const { what, phone } of numbers) process.stdout.write(`try ${phone}: ${what}\n`)
  })
  await Promise.race([running, ready])
  await running
  process.exit(0)
})

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWeb } from './lib/build-web.mjs'
import { findChromium } from './lib/chromium.mjs'
import { main, prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { say, spoken, timed } from './lib/say.mjs'

/**
 * `npm run screens` takes a picture of every screen of every role, in two languages, two themes and two widths, into
 * `screens/`: to be looked at, before and after a change. It starts a desk of its own with the demo and ends it.
 * `npm run screens -- --only <name>` takes one of them again.
 */
await main(async () => {
  const started = Date.now()
  await prepare()
  const { screenNames } = await import('../e2e/screens/names.ts')
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
  if (values.only !== '' && !screenNames.includes(values.only)) {
    throw new Error(`No such screen: ${values.only}. There are: ${screenNames.join(', ')}.`)
  }
  const chromium = await timed('finding a browser', findChromium)
  await buildWeb()
  const code = await playwright({
    ...chromium.env,
    RIGHTSDESK_CHROMIUM: chromium.path,
    RIGHTSDESK_CHROMIUM_ARGS: JSON.stringify(chromium.args),
    RIGHTSDESK_SCREENS_FOLDER: join(root, 'screens'),
    RIGHTSDESK_SCREENS_ONLY: values.only,
  })
  if (code !== 0) throw new Error('Some screens were not reached; the ones before them are in screens/.')
  say(`✓ pictures in screens/ after ${spoken(Date.now() - started)}`)
})

/**
 * @param {Record<string, string>} env  beside our own
 * @returns {Promise<number | null>} the exit code
 */
function playwright(env) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'test', '-c', 'playwright.screens.config.ts'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', NEXT_TELEMETRY_DISABLED: '1', ...env },
    })
    child.on('error', reject)
    child.on('close', resolve)
  })
}

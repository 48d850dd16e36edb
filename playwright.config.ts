import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { freePort } from './scripts/lib/free-port.mjs'

// Chosen once, and handed to the workers, which read this file again.
const port = (process.env.RIGHTSDESK_E2E_PORT ??= String(await freePort()))
const folder = (process.env.RIGHTSDESK_E2E_FOLDER ??= mkdtempSync(join(tmpdir(), 'rightsdesk-e2e-')))
const address = `http://127.0.0.1:${port}`
const browserArgs: string[] = JSON.parse(process.env.RIGHTSDESK_CHROMIUM_ARGS ?? '[]')
const browser = process.env.RIGHTSDESK_CHROMIUM

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalTeardown: './e2e/support/remove-folder.ts',
  outputDir: 'test-results',
  // One desk and two cores: the walks share its database and run one after another.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.cache/test/playwright.json' }]],
  use: {
    baseURL: address,
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { args: browserArgs, ...(browser ? { executablePath: browser } : {}) },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } }],
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${address}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      HOST: '127.0.0.1',
      PORT: port,
      PUBLIC_URL: address,
      // The walks are the same on PostgreSQL: an empty database of one's own, named in the environment.
      DATABASE_URL: process.env.RIGHTSDESK_E2E_DATABASE_URL ?? `file:${join(folder, 'data', 'rightsdesk.db')}`,
      RIGHTSDESK_DATA: join(folder, 'data'),
      RIGHTSDESK_KEYS: join(folder, 'keys'),
      RIGHTSDESK_DEMO: '1',
    },
  },
})

import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

/** The same desk and browser as the walks of `npm test`, for pictures to look at: nothing is asserted of them. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.screens.ts',
  globalTeardown: '../support/remove-folder.ts',
  outputDir: '../../test-results',
  timeout: 600_000,
  reporter: [['list']],
})

import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** The same desk and browser as the walks of `npm test`, for pictures to look at (`npm run screens`). */
export default defineConfig({
  ...base,
  testDir: 'e2e/screens',
  testMatch: '*.screens.ts',
  timeout: 600_000,
  reporter: [['list']],
})

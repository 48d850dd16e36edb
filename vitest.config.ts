import { defineConfig } from 'vitest/config'

const shared = {
  environment: 'node' as const,
  setupFiles: ['tests/support/setup.ts'],
  // Generous, since a time limit is there to end a hung test, not to measure a slow machine.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // A zone with half hours and daylight saving shows what silently leans on the machine's own zone.
  env: { TZ: 'America/St_Johns' },
}
const databases = { globalSetup: ['tests/support/databases-global.ts'] }

// `npm test` names its projects; `soak` is run by `npm run soak` alone (tests/bench/soak.ts).
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'unit', include: ['{domain,usecases,server,components,app,bin,scripts}/**/*.test.{ts,mjs}', 'tests/vectors/**/*.test.ts'] } },
      { test: { ...shared, name: 'lint', include: ['tests/lint/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...databases, name: 'contract', include: ['tests/contract/**/*.test.{ts,mjs}'] } },
      // Files share the modules of their worker: to load the whole desk for each of them took a quarter of their time.
      // What a test opens is closed by `afterFile` (tests/support/after-file.ts).
      { test: { ...shared, ...databases, name: 'integration', isolate: false, include: ['tests/integration/**/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...databases, name: 'fault', include: ['tests/fault/**/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...databases, name: 'start', include: ['tests/start/**/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...databases, name: 'soak', include: ['tests/soak/**/*.test.{ts,mjs}'] } },
    ],
  },
})

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
const postgres = { globalSetup: ['tests/support/postgres-global.ts'] }

// `npm test` names its projects; `soak` is run by `npm run soak` alone (tests/bench/soak.ts).
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...shared, name: 'unit', include: ['{domain,usecases,server,components,app,bin,scripts}/**/*.test.{ts,mjs}', 'tests/vectors/**/*.test.ts'] } },
      { test: { ...shared, name: 'lint', include: ['tests/lint/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...postgres, name: 'contract', include: ['tests/contract/**/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...postgres, name: 'integration', include: ['tests/integration/**/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...postgres, name: 'fault', include: ['tests/fault/**/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...postgres, name: 'start', include: ['tests/start/**/*.test.{ts,mjs}'] } },
      { test: { ...shared, ...postgres, name: 'soak', include: ['tests/soak/**/*.test.{ts,mjs}'] } },
    ],
  },
})

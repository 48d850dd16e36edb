import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { buildWeb } from './build-web.mjs'
import { findChromium } from './chromium.mjs'
import { endWithUs } from './children.mjs'
import { timed } from './say.mjs'
import { countPlaywright, countVitest } from './test-report.mjs'

/**
 * @typedef {import('./test-report.mjs').Count} Count
 * @typedef {{ name: string, run: () => Promise<Count>, beside?: string }} Stage  `beside` the one before it: that one
 *   leaves a core to spare
 */

const reports = join(root, '.cache', 'test')
const modules = join(root, 'node_modules')

/** The stages of `npm test`, in order; each runs all that it holds and counts it. @type {readonly Stage[]} */
export const stages = [
  { name: 'types', run: () => oneCheck('typescript/bin/tsc', ['--noEmit', '--incremental', 'false']) },
  { name: 'lint', run: lint, beside: 'types' },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'fault', run: () => vitest('fault') },
  { name: 'contract', run: () => vitest('contract'), beside: 'fault' },
  // Its tests wait for the disks of two databases as long as they work: one more at a time than there are cores.
  { name: 'integration', run: () => vitest('integration', ['--maxWorkers=3']) },
  { name: 'start', run: start },
  { name: 'e2e', run: endToEnd },
]

/** ESLint over the project, then the tests that show that its walls stand. @returns {Promise<Count>} */
async function lint() {
  const project = await oneCheck('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])
  const walls = await vitest('lint')
  return {
    passed: project.passed + walls.passed,
    failed: project.failed + walls.failed,
    notes: [...project.notes, ...walls.notes],
  }
}

/**
 * A tool that either finds nothing wrong or does.
 *
 * @param {string} program  below node_modules
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
async function oneCheck(program, args) {
  const ok = await node([join(modules, program), ...args])
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, notes: [] }
}

/**
 * @param {string} project  of vitest.config.ts
 * @param {readonly string[]} more  arguments
 * @returns {Promise<Count>}
 */
async function vitest(project, more = []) {
  const report = freshReport(`vitest-${project}.json`)
  const ok = await node([
    join(modules, 'vitest/vitest.mjs'), 'run', '--project', project, ...more,
    '--reporter=default', '--reporter=json', `--outputFile.json=${report}`,
  ])
  return countVitest(report, ok)
}

/** What `npm start` runs, as it is; built before, so that no test waits for that. @returns {Promise<Count>} */
async function start() {
  await buildWeb()
  return vitest('start')
}

/** Playwright, in a real browser, against the production build. @returns {Promise<Count>} */
async function endToEnd() {
  const chromium = await timed('finding a browser', findChromium)
  await buildWeb()
  const report = freshReport('playwright.json')
  const ok = await node([join(modules, '@playwright/test/cli.js'), 'test'], {
    ...chromium.env,
    RIGHTSDESK_CHROMIUM: chromium.path,
    RIGHTSDESK_CHROMIUM_ARGS: JSON.stringify(chromium.args),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return countPlaywright(report, ok)
}

/** @param {string} name */
function freshReport(name) {
  const path = join(reports, name)
  mkdirSync(reports, { recursive: true })
  rmSync(path, { force: true })
  return path
}

/**
 * Runs a Node program, whose output is shown.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>} whether it ended well
 */
function node(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', NEXT_TELEMETRY_DISABLED: '1', ...env },
    })
    endWithUs(child)
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0))
  })
}

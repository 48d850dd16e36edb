import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number, notes: string[] }} Count
 *   a test that was left out counts as failed: nothing is skipped here
 */

/**
 * Counts a vitest run from its JSON report. A file that could not be loaded is one failure.
 *
 * @param {string} path
 * @param {boolean} ok  whether the run itself ended well
 * @returns {Count}
 */
export function countVitest(path, ok) {
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] }
  let passed = 0
  let failed = 0
  /** @type {string[]} */
  const notes = []
  for (const file of report.testResults) {
    let failedHere = 0
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') passed += 1
      else {
        failedHere += 1
        if (status !== 'failed') notes.push(`${status}, which counts as failed: ${fullName}`)
      }
    }
    if (file.status === 'failed' && failedHere === 0) failedHere = 1
    failed += failedHere
  }
  return withOutcome({ passed, failed, notes }, ok)
}

/**
 * Counts a Playwright run from its JSON report.
 *
 * @param {string} path
 * @param {boolean} ok  whether the run itself ended well
 * @returns {Count}
 */
export function countPlaywright(path, ok) {
  const stats = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).stats : {}
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  const notes = skipped > 0 ? [`skipped, which counts as failed: ${skipped} end-to-end tests`] : []
  return withOutcome({ passed: expected, failed: unexpected + flaky + skipped, notes }, ok)
}

/**
 * A run that found no test, or that failed without a failed test, has failed.
 *
 * @param {Count} count
 * @param {boolean} ok
 * @returns {Count}
 */
function withOutcome(count, ok) {
  if (count.failed === 0 && count.passed === 0) return { ...count, failed: 1, notes: [...count.notes, 'no test was run'] }
  if (count.failed === 0 && !ok) return { ...count, failed: 1, notes: [...count.notes, 'the run itself failed'] }
  return count
}

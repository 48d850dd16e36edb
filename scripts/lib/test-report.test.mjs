import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './test-report.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rightsdesk-report-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** @param {unknown} content */
function report(content) {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

/** @param {readonly string[]} statuses */
const file = (...statuses) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status, fullName: `a ${status} test` })),
})

describe('counting a vitest run', () => {
  it('adds up the files', () => {
    const path = report({ testResults: [file('passed', 'failed'), file('passed')] })
    expect(countVitest(path, false)).toEqual({ passed: 2, failed: 1, notes: [] })
  })

  it('counts a skipped test as failed', () => {
    const path = report({ testResults: [file('passed', 'skipped')] })
    expect(countVitest(path, true)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('counts a file that can not be loaded as one failure', () => {
    const path = report({ testResults: [file('passed'), { status: 'failed', assertionResults: [] }] })
    expect(countVitest(path, false)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('fails a run that failed without a failed test', () => {
    expect(countVitest(report({ testResults: [file('passed')] }), false)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('fails a run without a report', () => {
    expect(countVitest(join(folder, 'none.json'), true)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('counting a Playwright run', () => {
  it('takes what went as expected', () => {
    expect(countPlaywright(report({ stats: { expected: 7 } }), true)).toEqual({ passed: 7, failed: 0, notes: [] })
  })

  it('counts flaky and skipped tests as failed', () => {
    const path = report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 1 } })
    expect(countPlaywright(path, false)).toMatchObject({ passed: 7, failed: 3 })
  })
})

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rightsdesk-quick-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes into the temporary folder until it is told to end, and for a while after that. */
const writer = `
  const { mkdirSync, writeFileSync } = require('fs')
  const { join } = require('path')
  let n = 0
  const write = () => {
    const place = join(process.env.TMPDIR, 'a' + (n += 1))
    mkdirSync(place)
    writeFileSync(join(place, 'b'), '')
  }
  setInterval(write, 5)
  process.on('SIGTERM', () => setTimeout(() => {
    write()
    writeFileSync(process.argv[1], 'ended in order')
    process.exit(0)
  }, 500))
  console.log(process.env.TMPDIR)`

it('a signal is handed to what still runs, and the folder goes once that has ended', async () => {
  const ended = join(folder, 'ended')
  const here = (/** @type {string} */ name) => JSON.stringify(join(import.meta.dirname, name))
  const script = `
    const { spawn } = await import('node:child_process')
    const { endWithUs } = await import(${here('children.mjs')})
    const { useQuickFolder } = await import(${here('quick-folder.mjs')})
    useQuickFolder()
    process.env.TMPDIR ??= ${JSON.stringify(folder)}
    endWithUs(spawn(process.execPath, ['--eval', ${JSON.stringify(writer)}, ${JSON.stringify(ended)}], { stdio: 'inherit' }))`
  const env = { ...process.env }
  delete env.TMPDIR
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'], env })
  const quick = await new Promise((resolve) => {
    child.stdout.once('data', (said) => resolve(String(said).trim()))
  })
  const closed = new Promise((resolve) => {
    child.once('close', resolve)
  })
  child.kill('SIGTERM')
  expect(await closed).toBe(1)
  expect(readFileSync(ended, 'utf8')).toBe('ended in order')
  if (quick !== folder) expect(existsSync(quick)).toBe(false)
})

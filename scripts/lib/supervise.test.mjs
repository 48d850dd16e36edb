import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let folder = ''
/** @type {import('node:child_process').ChildProcess[]} */
const started = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rightsdesk-supervise-'))
})

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Writes its process id, a line for each start, and waits for its end. */
const steady = `require('fs').appendFileSync(process.argv[1], process.pid + '\\n'); setInterval(() => {}, 1000)`

/** @param {readonly string[]} programs  one process each; it may write into the file of its name */
function supervisor(programs) {
  const supervise = join(import.meta.dirname, 'supervise.mjs')
  const processes = programs.map((program, at) => ({
    name: `p${at}`, args: ['--eval', program, join(folder, `p${at}`)], env: {}, cwd: folder,
  }))
  const script = `const { supervise } = await import(${JSON.stringify(supervise)})
    await supervise(${JSON.stringify(processes)})
    console.log('all ended')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)))
  return { child, ended, said: () => said }
}

/** @param {string} name */
const idsOf = (name) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim().split('\n').map(Number) : []

/** @param {number} id */
function isAlive(id) {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

describe('a supervisor', () => {
  it.each(/** @type {const} */ (['SIGINT', 'SIGTERM']))('ends all its processes on %s', async (signal) => {
    const { child, ended, said } = supervisor([steady, steady])
    await vi.waitFor(() => expect([...idsOf('p0'), ...idsOf('p1')]).toHaveLength(2), 20_000)
    child.kill(signal)
    expect(await ended).toBe(0)
    expect(said()).toContain('all ended')
    expect([...idsOf('p0'), ...idsOf('p1')].filter(isAlive)).toEqual([])
  })

  it('starts a process again that died, says so, and leaves the other alone', async () => {
    const { said } = supervisor([steady, steady])
    await vi.waitFor(() => expect([...idsOf('p0'), ...idsOf('p1')]).toHaveLength(2), 20_000)
    process.kill(/** @type {number} */ (idsOf('p0')[0]), 'SIGKILL')
    await vi.waitFor(() => expect(idsOf('p0')).toHaveLength(2), 20_000)
    expect(said()).toContain('p0 ended (SIGKILL); starting it again')
    expect(idsOf('p1')).toHaveLength(1)
  })

  it('waits longer each time a process fails at once', async () => {
    const { child, ended, said } = supervisor(['process.exit(3)'])
    await vi.waitFor(() => expect(said()).toContain('starting it again in 1.0 s'), 20_000)
    child.kill('SIGTERM')
    await ended
    expect(said()).toContain('p0 ended (exit code 3); starting it again in 0.5 s')
  })

  it('leaves nothing behind when it is killed itself', async () => {
    const { child } = supervisor([steady, steady])
    await vi.waitFor(() => expect([...idsOf('p0'), ...idsOf('p1')]).toHaveLength(2), 20_000)
    child.kill('SIGKILL')
    await vi.waitFor(() => expect([...idsOf('p0'), ...idsOf('p1')].filter(isAlive)).toEqual([]), 20_000)
  })

  it('ends when the npm that started it is killed', async () => {
    const supervise = join(import.meta.dirname, 'supervise.mjs')
    const processes = [{ name: 'p0', args: ['--eval', steady, join(folder, 'p0')], env: {}, cwd: folder }]
    const script = `const { supervise } = await import(${JSON.stringify(supervise)})
      await supervise(${JSON.stringify(processes)})`
    const starter = `require('child_process').spawn(process.execPath, ['--input-type=module', '--eval', ${JSON.stringify(script)}])
      setInterval(() => {}, 1000)`
    const npm = spawn(process.execPath, ['--eval', starter], { env: { ...process.env, npm_lifecycle_event: 'start' } })
    started.push(npm)
    await vi.waitFor(() => expect(idsOf('p0')).toHaveLength(1), 20_000)
    npm.kill('SIGKILL')
    await vi.waitFor(() => expect(idsOf('p0').filter(isAlive)).toEqual([]), 20_000)
  })
})

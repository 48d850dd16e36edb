import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from './free-port.mjs'
import { trustedProxies } from './forwarded-headers.mjs'

describe('the list of trusted proxies', () => {
  const isTrusted = trustedProxies('10.0.0.5, 192.168.0.0/16, fd00::/8')

  it.each(['10.0.0.5', '192.168.7.1', '::ffff:192.168.7.1', 'fd00::17'])('trusts %s', (address) => {
    expect(isTrusted(address)).toBe(true)
  })

  it.each(['10.0.0.6', '127.0.0.1', '::1', 'fe80::1', '', undefined])('does not trust %s', (address) => {
    expect(isTrusted(address)).toBe(false)
  })

  it.each(['localhost', '10.0.0.0/33', '10.0.0.0/x'])('refuses %s in a sentence', (entry) => {
    expect(() => trustedProxies(entry)).toThrow(`TRUSTED_PROXIES: "${entry}" is neither an address nor a network.`)
  })
})

describe('a web process with the preload', () => {
  /** @type {import('node:child_process').ChildProcess[]} */
  const started = []

  afterEach(() => {
    for (const child of started.splice(0)) child.kill()
  })

  /** @param {string} proxies */
  async function headersSeen(proxies) {
    const port = await freePort()
    const program = `
      import { createServer } from 'node:http'
      createServer((request, response) => response.end(JSON.stringify([request.headers, request.rawHeaders])))
        .listen(${port}, '127.0.0.1', () => console.log('ready'))`
    const preload = join(import.meta.dirname, 'strip-forwarded.mjs')
    const child = spawn(process.execPath, ['--import', preload, '--input-type=module', '--eval', program], {
      env: { ...process.env, TRUSTED_PROXIES: proxies },
    })
    started.push(child)
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      headers: { 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=203.0.113.9', 'X-Real-IP': '203.0.113.9', 'X-Kept': 'yes' },
    })
    return JSON.stringify(await answer.json())
  }

  it('drops what a stranger claims, and nothing else', async () => {
    const seen = await headersSeen('10.0.0.5')
    expect(seen).not.toContain('203.0.113.9')
    expect(seen).toContain('x-kept')
  })

  it('keeps what a trusted proxy says', async () => {
    const seen = await headersSeen('127.0.0.1')
    expect(seen).toContain('"x-forwarded-for":"203.0.113.9"')
  })
})

import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { proxy } from '../../proxy.ts'

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, init))

const personal = ['/desk', '/cases', '/cases/K7M4QXEH9', '/approvals/K7M4QXEH9', '/log/12', '/holds', '/settings/staff']

describe('the proxy', () => {
  it.each(personal)('refuses HEAD on %s', (path) => {
    const answer = ask(path, { method: 'HEAD' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['next-router-prefetch', '1'],
  ])('refuses a guess that a personal page might be wanted: %s', (name, value) => {
    expect(ask('/cases/K7M4QXEH9', { headers: { [name]: value } }).status).toBe(405)
  })

  it('lets HEAD through where nothing is personal', () => {
    expect(ask('/sign-in', { method: 'HEAD' }).status).toBe(200)
    expect(ask('/desks-of-others', { method: 'HEAD' }).status).toBe(200)
  })

  it('lets people read and post', () => {
    for (const path of personal) {
      expect(ask(path).headers.get('x-middleware-next')).toBe('1')
      expect(ask(path, { method: 'POST' }).headers.get('x-middleware-next')).toBe('1')
    }
  })

  it('never lets a personal page be stored', () => {
    for (const path of personal) expect(ask(path).headers.get('cache-control')).toBe('no-store')
  })

  it('gives each answer a nonce and an id of its own, and Next the same nonce', () => {
    const [one, two] = [ask('/sign-in'), ask('/sign-in')]
    const nonceOf = (answer: Response) => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/]{24}$/)
    expect(nonceOf(one)).not.toBe(nonceOf(two))
    expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'))
    expect(one.headers.get('x-middleware-request-x-nonce')).toBe(nonceOf(one))
  })

  it('runs no script without the nonce, shows the page in no frame and tells nobody its address', () => {
    const { headers } = ask('/desk')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toMatch(/style-src 'self' 'nonce-/)
    expect(policy.split('; ').filter((part) => part.includes('unsafe-inline'))).toEqual(["style-src-attr 'unsafe-inline'"])
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

import { describe, expect, it } from 'vitest'
import { tellPrefetch } from './router-prefetch.mjs'

/** @param {Record<string, string>} headers */
const told = (headers) => {
  const request = { headers: { ...headers }, rawHeaders: Object.entries(headers).flat() }
  tellPrefetch(request)
  return request
}

describe('a prefetch of the router', () => {
  it.each(['next-router-prefetch', 'next-router-segment-prefetch'])('is told as browsers tell theirs: %s', (name) => {
    const { headers, rawHeaders } = told({ [name]: '1', rsc: '1' })
    expect(headers['sec-purpose']).toBe('prefetch')
    expect(rawHeaders.slice(-2)).toEqual(['Sec-Purpose', 'prefetch'])
  })

  it('is nothing that a browser said already, nor a navigation', () => {
    expect(told({ 'next-router-prefetch': '1', 'sec-purpose': 'prefetch;prerender' }).headers['sec-purpose']).toBe('prefetch;prerender')
    expect(told({ rsc: '1' }).headers).toEqual({ rsc: '1' })
  })
})

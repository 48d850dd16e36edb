import { describe, expect, it } from 'vitest'
import { isSupported } from './node-runtime.mjs'

describe('the Node that is found', () => {
  it.each(['22.18.0', '22.20.1', '24.0.0', '24.21.0', '26.1.0'])('%s is used as it is', (version) => {
    expect(isSupported(version)).toBe(true)
  })

  it.each(['18.20.0', '20.19.0', '20.20.2', '22.12.0', '22.17.9', '23.11.0'])('%s is replaced', (version) => {
    expect(isSupported(version)).toBe(false)
  })
})

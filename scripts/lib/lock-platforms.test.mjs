import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingPlatforms, platformOf } from './lock-platforms.mjs'
import { root } from './root.mjs'

describe('the platform in the name of a package', () => {
  it.each([
    ['@next/swc-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@next/swc-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['@unrs/resolver-binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@unrs/resolver-binding-linux-s390x-gnu', { os: ['linux'], cpu: ['s390x'], libc: ['glibc'] }],
    ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })
})

describe('the packages that a lock file lacks', () => {
  it('are those that neither lie beside the one that wants them nor above', () => {
    const wanting = { version: '1.0.0', optionalDependencies: { 'x-linux-x64': '1.0.0', 'x-darwin-x64': '1.0.0' } }
    const packages = { 'node_modules/a/node_modules/x': wanting, 'node_modules/x-linux-x64': { version: '1.0.0' } }
    expect(missingPlatforms(packages)).toEqual({
      'node_modules/x-darwin-x64': { version: '1.0.0', os: ['darwin'], cpu: ['x64'], optional: true },
    })
  })

  it('are never guessed', () => {
    const packages = { 'node_modules/x': { optionalDependencies: { 'x-darwin-x64': '^1.0.0' } } }
    expect(() => missingPlatforms(packages)).toThrow('can not be guessed')
  })

  it('are none in ours', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    expect(Object.keys(missingPlatforms(lock.packages))).toEqual([])
  })
})

describe('the versions of package.json', () => {
  it('are exact, and those of the lock file', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
    const locked = Object.fromEntries(Object.keys(wanted).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]))
    expect(locked).toEqual(wanted)
  })
})

import { linkSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { sqlitePlace } from './sqlite-place.ts'

describe('where a SQLite system may lie', () => {
  let root: string
  const at = (...parts: string[]) => path.join(root, ...parts)
  const file = (...parts: string[]) => {
    mkdirSync(path.dirname(at(...parts)), { recursive: true })
    writeFileSync(at(...parts), '')
    return at(...parts)
  }
  const place = (of: string) => sqlitePlace(of, { allowed: [at('data', 'systems')], ours: [at('data'), at('keys')] })

  beforeEach(() => {
    root = realpathSync(mkdtempSync(path.join(tmpdir(), 'place-')))
    for (const folder of [['data', 'systems'], ['keys']]) mkdirSync(at(...folder), { recursive: true })
  })

  it('is below an allowed folder, which may lie inside our own data', () => {
    expect(place(file('data', 'systems', 'shop.sqlite'))).toBe(at('data', 'systems', 'shop.sqlite'))
    expect(place(file('data', 'systems', 'deep', 'shop.sqlite'))).toBe(at('data', 'systems', 'deep', 'shop.sqlite'))
  })

  it('is nowhere else, and least of all our own data or keys', () => {
    expect(() => place(file('elsewhere', 'shop.sqlite'))).toThrow('not_allowed')
    expect(() => place(file('data', 'rightsdesk.db'))).toThrow('not_allowed')
    expect(() => place(file('keys', 'master'))).toThrow('not_allowed')
    expect(() => place(at('data', 'systems', '..', path.basename(file('data', 'other.db'))))).toThrow('not_allowed')
    expect(() => sqlitePlace(file('keys', 'k'), { allowed: [root], ours: [at('keys')] })).toThrow('not_allowed')
  })

  it('is where a link leads to, and a second name for a file is no place', () => {
    symlinkSync(file('data', 'rightsdesk.db'), at('data', 'systems', 'link.sqlite'))
    expect(() => place(at('data', 'systems', 'link.sqlite'))).toThrow('not_allowed')
    linkSync(at('data', 'rightsdesk.db'), at('data', 'systems', 'hard.sqlite'))
    expect(() => place(at('data', 'systems', 'hard.sqlite'))).toThrow('not_allowed')
    symlinkSync(at('data'), at('data', 'systems', 'up'))
    expect(() => place(at('data', 'systems', 'up', 'rightsdesk.db'))).toThrow('not_allowed')
  })

  it('has to be a file that is there', () => {
    expect(() => place(at('data', 'systems', 'none.sqlite'))).toThrow('unreachable')
    mkdirSync(at('data', 'systems', 'folder'))
    expect(() => place(at('data', 'systems', 'folder'))).toThrow('not_allowed')
  })
})

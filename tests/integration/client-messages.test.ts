import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const text = (file: string) => readFileSync(file, 'utf8')
const always = ['common', 'ui', 'errors']

const pages = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page|layout)\.tsx$/.test(file))
  .map((file) => path.join(root, 'app', file))
  .filter((file) => text(file).includes('<ClientMessages'))

/** The screen files that a file takes in, through app and components. */
function imported(file: string): string[] {
  return [...text(file).matchAll(/(?:from |import\()'((?:\.{1,2}\/|#components\/)[^']+)'/g)].flatMap((match) => {
    const target = match[1] ?? ''
    const found = target.startsWith('#') ? path.join(root, target.slice(1)) : path.resolve(path.dirname(file), target)
    return existsSync(found) ? [found] : []
  })
}

function reach(file: string, seen = new Set<string>()): Set<string> {
  for (const next of imported(file)) {
    if (!seen.has(next)) reach(next, seen.add(next))
  }
  return seen
}

/** The namespaces that the browser's part of a page asks for. */
function asked(page: string): string[] {
  const used = [...reach(page)].flatMap((file) =>
    [...text(file).matchAll(/useTranslations\('([a-zA-Z-]+)/g)].map((match) => match[1] ?? ''),
  )
  return [...new Set(used)].filter((name) => !always.includes(name)).sort()
}

describe('the messages that go to the browser', () => {
  it('are looked for on the pages that hand them out', () => {
    expect(pages.length).toBeGreaterThan(3)
  })

  it.each(pages.map((page) => [path.relative(root, page), page]))('%s: every namespace that its screen speaks', (_, page) => {
    const list = /namespaces=\{\[([^\]]*)\]\}/.exec(text(page))?.[1] ?? ''
    const given = [...list.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '')
    expect(asked(page).filter((name) => !given.includes(name))).toEqual([])
  })
})

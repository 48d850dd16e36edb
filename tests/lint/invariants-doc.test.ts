import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'invariants.md'), 'utf8')

/** A test as the page names it: a file in backticks, then its titles in curly quotes, parted by middle dots. */
const named = /`([\w./-]+\.(?:test|spec)\.(?:ts|mjs))`((?:[\s·]*“[^“”]+”)*)/g

interface Named {
  readonly file: string
  readonly titles: readonly string[]
}

const testsNamedIn = (text: string): Named[] =>
  [...text.matchAll(named)].map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/“([^“”]+)”/g)].map(([, title = '']) => title),
  }))

/** Whether a call declares a single test: `it(…)`, `test(…)`, `it.each(…)(…)`, and no describe. */
function declaresTest(called: ts.Expression): boolean {
  if (ts.isIdentifier(called)) return called.text === 'it' || called.text === 'test'
  if (ts.isCallExpression(called) && ts.isPropertyAccessExpression(called.expression)) {
    const { name, expression } = called.expression
    return name.text === 'each' && declaresTest(expression)
  }
  return false
}

/** What a title may read like when the test runs: `${…}`, `%s` and `$name` stand for anything. */
function patternOf(title: string): RegExp {
  const parts = title.split(/\$\{[^}]*\}|%[sdifjoOc#]|\$[\w.]+/)
  return new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`, 'u')
}

/** The titles that a test file declares, as patterns and as they are written. */
function titlesOf(file: string): { patterns: RegExp[]; written: Set<string> } {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  const written = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && declaresTest(node.expression)) {
      const [title] = node.arguments
      if (title !== undefined && ts.isStringLiteralLike(title)) written.add(title.text)
      else if (title !== undefined && ts.isTemplateExpression(title)) written.add(title.getText(source).slice(1, -1))
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { patterns: [...written].map(patternOf), written }
}

/** What a text names that is not there, each in one line. */
function missingIn(text: string): string[] {
  return testsNamedIn(text).flatMap(({ file, titles }) => {
    if (!existsSync(join(root, file))) return [`${file} does not exist`]
    if (titles.length === 0) return [`${file} is named without a title`]
    const { patterns, written } = titlesOf(file)
    const there = (title: string) => written.has(title) || patterns.some((pattern) => pattern.test(title))
    return titles.filter((title) => !there(title)).map((title) => `${file} has no test “${title}”`)
  })
}

/** The rows of the table below a heading, without its two head lines. */
function rowsBelow(heading: string): string[] {
  const [, after = ''] = page.split(`\n## ${heading}\n`)
  const [section = ''] = after.split('\n## ')
  return section.split('\n').filter((line) => line.startsWith('|')).slice(2)
}

describe('docs/invariants.md', () => {
  it('names no test file and no test that is not there', () => {
    expect(missingIn(page)).toEqual([])
    expect(testsNamedIn(page).length).toBeGreaterThan(50)
  })

  it.each([
    ['What must always be true', 12],
    ['Things people will try', 15],
    ['Bad input', 21],
  ])('has a row for each line of "%s", with a test or the words that there is none', (heading, lines) => {
    const rows = rowsBelow(heading)
    expect(rows).toHaveLength(lines)
    for (const row of rows) expect(testsNamedIn(row).length > 0 || row.includes('not yet shown'), row).toBe(true)
  })

  it('would be found out: a wrong file, a wrong title, a file without a title', () => {
    const wrong = [
      '`tests/lint/nowhere.test.ts` “x”',
      '`tests/lint/invariants-doc.test.ts` “is fine” · “names no test file and no test that is not there”',
      '`tests/lint/walls.test.ts`',
    ]
    expect(wrong.flatMap(missingIn)).toEqual([
      'tests/lint/nowhere.test.ts does not exist',
      'tests/lint/invariants-doc.test.ts has no test “is fine”',
      'tests/lint/walls.test.ts is named without a title',
    ])
  })
})

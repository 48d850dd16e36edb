import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { beforeAll, describe, expect, it } from 'vitest'
import { walls } from '#scripts/lint/walls.mjs'

const root = join(import.meta.dirname, '..', '..')
const fixtures = join(import.meta.dirname, 'fixtures')
const rules = Object.keys(walls.rules)

/** The fixtures of a rule: each is linted as if it stood in the project, at its path below `bad` or `good`. */
function fixturesOf(rule: string, kind: 'bad' | 'good'): string[] {
  const folder = join(fixtures, rule, kind)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
}

async function complaintsOf(rule: string, kind: 'bad' | 'good', path: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      // The fixtures are no part of the program, so they have no types.
      { ...tseslint.configs.disableTypeChecked, files: ['**/*'] },
      { settings: { walls: { root: join(fixtures, rule) } } },
    ],
  })
  const text = readFileSync(join(fixtures, rule, kind, path), 'utf8')
  const results = await eslint.lintText(text, { filePath: join(root, path) })
  return results.flatMap((result) =>
    result.messages.map((message) => message.ruleId ?? `${relative(root, result.filePath)}: ${message.message}`),
  )
}

describe('the walls of the house', () => {
  it('each have fixtures', () => {
    expect(readdirSync(fixtures).sort()).toEqual([...rules].sort())
  })

  describe.each(rules)('%s', (rule) => {
    let bad: string[] = []
    let good: string[] = []

    beforeAll(() => {
      bad = fixturesOf(rule, 'bad')
      good = fixturesOf(rule, 'good')
    })

    it('refuses every bad fixture', async () => {
      expect(bad.length).toBeGreaterThan(0)
      for (const path of bad) expect(await complaintsOf(rule, 'bad', path), path).toContain(`walls/${rule}`)
    })

    it('accepts its good twin', async () => {
      expect(good.length).toBe(bad.length)
      for (const path of good) expect(await complaintsOf(rule, 'good', path), path).toEqual([])
    })
  })

  it('can not be switched off by a comment', async () => {
    const eslint = new ESLint({ cwd: root, overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*'] }] })
    const text = '// eslint-disable-next-line\nexport const late = (dueAt: number) => Date.now() > dueAt\n'
    const [result] = await eslint.lintText(text, { filePath: join(root, 'domain/request/turn.ts') })
    expect(result?.messages.map((message) => message.ruleId)).toContain('walls/clock-and-chance')
  })
})

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allVerbs } from '#usecases/all-verbs.ts'

const root = new URL('../../', import.meta.url).pathname
const files = globSync('usecases/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts') && file !== 'usecases/all-verbs.ts')
  .toSorted()

const isVerb = (value: unknown): value is { type: 'command' | 'query' } =>
  typeof value === 'object' && value !== null && 'type' in value && 'permission' in value && 'run' in value

test('every command and query that a file exports stands in the list, under the name of its export', async () => {
  const found: Record<string, unknown> = {}
  for (const file of files) {
    const exported = (await import(`${root}${file}`)) as Record<string, unknown>
    for (const [name, value] of Object.entries(exported)) {
      if (!isVerb(value)) continue
      expect(found[name], `${name} is exported twice`).toBeUndefined()
      found[name] = value
    }
  }
  expect(Object.keys(allVerbs).toSorted()).toEqual(Object.keys(found).toSorted())
  for (const [name, verb] of Object.entries(allVerbs)) expect(found[name], name).toBe(verb)
})

test('no command or query is declared where the list can not see it', () => {
  // A factory (`const begin = (kind) => command({…`) gives its verbs to exports; anything else must be one itself.
  const declared = /^(?:export const \w+ =|const (?<hidden>\w+) =(?! \()).*\b(?:command|query|auditedQuery)\(\{/gm
  const hidden = files.flatMap((file) =>
    [...readFileSync(`${root}${file}`, 'utf8').matchAll(declared)]
      .flatMap((match) => (match.groups?.['hidden'] === undefined ? [] : [`${file}: ${match.groups['hidden']}`])),
  )
  expect(hidden).toEqual([])
})

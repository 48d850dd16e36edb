import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'e2e')

/** Whom a walk is about: `history number`, for those of the run's own demo. */
function peopleIn(text: string): string[] {
  const named = [...text.matchAll(/someone(?:Who|In)\((?:'([A-Z-]+)', )?'(\w+)'(?:, (\d+))?\)/g)]
  return [...new Set(named.map(([, place = 'CN', history, nth = '0']) => `${place} ${history} ${nth}`))]
}

/** The people whom more than one of these files is about, with the files. */
export function sharedPeople(files: readonly { readonly name: string; readonly text: string }[]): string[] {
  const walks = new Map<string, string[]>()
  for (const { name, text } of files) {
    for (const person of peopleIn(text)) walks.set(person, [...(walks.get(person) ?? []), name])
  }
  return [...walks].filter(([, names]) => names.length > 1).map(([person, names]) => `${person}: ${names.join(', ')}`)
}

it('each walk is about people of its own: what one does to somebody, another would find', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'))
  expect(files.length).toBeGreaterThan(20)
  expect(sharedPeople(files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })))).toEqual([])
})

it('two walks about one person would be found', () => {
  const texts = ["someoneWho('own_apart', 3)", "someoneIn('FR', 'own_apart', 3)"]
  const files = ['a', 'b'].flatMap((name) => texts.map((text) => ({ name, text })))
  expect(sharedPeople(files)).toEqual(['CN own_apart 3: a, b', 'FR own_apart 3: a, b'])
})

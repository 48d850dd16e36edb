import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'e2e')

/** Walks that look somebody up and do nothing to them: they may meet whom another walk is about. */
const lookers = new Set(['same-answer.spec.ts'])

/** To whoever was erased a walk past the screens does nothing either; the demo has few of them. */
const isLookedAt = (name: string, person: string) => name.startsWith('screens') && person.startsWith('someoneErased')

/** The calls that say whom a walk is about, in the run's own demo (e2e/support/people.ts, demo.ts). */
const naming = /\b(someoneWho|someoneIn|someoneWhoGave|someoneErased|numberOf|coupleOnOnePhone|twoAccountsOfOne)\(([^()]*)\)/g

/** Whom a walk is about: the helper that names them and what it is asked for; the first is number 0. */
function peopleIn(text: string): string[] {
  const named = [...text.matchAll(naming)].map(([, helper, asked = '']) => {
    const numbered = /, \d+$/.test(asked) || !/^someone(Who|In)$/.test(helper ?? '') ? asked : `${asked}, 0`
    return `${helper}(${numbered})`
  })
  return [...new Set(named)]
}

/** The people whom more than one of these files is about, with the files. */
export function sharedPeople(files: readonly { readonly name: string; readonly text: string }[]): string[] {
  const walks = new Map<string, string[]>()
  for (const { name, text } of files.filter((file) => !lookers.has(file.name))) {
    const done = peopleIn(text).filter((person) => !isLookedAt(name, person))
    for (const person of done) walks.set(person, [...(walks.get(person) ?? []), name])
  }
  return [...walks].filter(([, names]) => names.length > 1).map(([person, names]) => `${person}: ${names.join(', ')}`)
}

it('each walk is about people of its own: what one does to somebody, another would find', () => {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = all.filter((name) => /\.(spec|screens)\.ts$/.test(name))
  expect(files.length).toBeGreaterThan(20)
  expect(sharedPeople(files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })))).toEqual([])
})

it('two walks about one person would be found', () => {
  const files = (text: string, other = text) => [{ name: 'a', text }, { name: 'b', text: other }]
  expect(sharedPeople(files("someoneWho('own_apart', 3)"))).toEqual(["someoneWho('own_apart', 3): a, b"])
  expect(sharedPeople(files("someoneWho('own_apart')", "someoneWho('own_apart', 0)"))).toHaveLength(1)
  expect(sharedPeople(files("someoneIn('FR', 'own_apart')"))).toEqual(["someoneIn('FR', 'own_apart', 0): a, b"])
  expect(sharedPeople(files("someoneErased('mixed')"))).toEqual(["someoneErased('mixed'): a, b"])
  expect(sharedPeople(files('twoAccountsOfOne()'))).toHaveLength(1)
  expect(sharedPeople(files("numberOf('joined by an own choice')"))).toHaveLength(1)
})

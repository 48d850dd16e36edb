import { verbs } from '../desk/verbs.ts'
import type { AnyVerb } from './verb.ts'

interface Found {
  readonly name: string
  readonly verb: AnyVerb
  readonly rest: readonly string[]
}

/** The verb that the first two words, or the first one, name; null when there is none. */
export async function find(argv: readonly string[]): Promise<Found | null> {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ')
    const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    if (load !== undefined) return { name, verb: (await load()).verb, rest: argv.slice(words) }
  }
  return null
}

/** How one verb is called. */
export function helpFor(name: string, { usage, summary }: AnyVerb): string {
  return `npm run desk -- ${[name, usage].filter(Boolean).join(' ')}\n    ${summary}`
}

/** The whole help, and the names of the verbs. */
export async function overview(): Promise<{ help: string; verbs: string[] }> {
  const all = await Promise.all(
    Object.entries(verbs).map(async ([name, load]) => ({ name, verb: (await load()).verb })),
  )
  const lines = all.map(({ name, verb }) => `  ${[name, verb.usage].filter(Boolean).join(' ')}\n      ${verb.summary}`)
  const help = [
    'npm run desk -- <verb> …',
    '',
    ...lines,
    '',
    'Every verb takes --json (the last line of standard output is then one object) and --help.',
    'Exit code: 0 done, 1 refused, 2 called wrongly. It decides nothing and looks nobody up.',
  ].join('\n')
  return { help, verbs: all.map(({ name }) => name) }
}

import { parseArgs } from 'node:util'

/** What a soak part that is a program of its own is called with; soak.ts has checked it. */
export function soakArguments(): { readonly people: number; readonly seed: number } {
  const { values } = parseArgs({
    options: { people: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
  })
  return { people: Number(values.people), seed: Number(values.seed) }
}

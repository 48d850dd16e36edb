import type { z } from 'zod'

/**
 * A dataset or policy file that can not be used. Every line of the message names the place in the file
 * (`rules[2].keep.for`) and what is wrong there; such files hold no personal data.
 */
export class FileFault extends Error {
  readonly faults: readonly string[]

  constructor(file: 'dataset' | 'policy', faults: readonly string[]) {
    super(faults.map((fault) => `${file}: ${fault}`).join('\n'))
    this.name = 'FileFault'
    this.faults = faults
  }
}

/** `['rules', 2, 'keep']` → `rules[2].keep`. */
export function placeInFile(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`
    return place === '' ? String(part) : `${place}.${String(part)}`
  }, '')
}

/** What a schema found wrong, one line each. */
export function faultsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${placeInFile(issue.path) || 'the file'}: ${issue.message}`)
}

/** What fills a hole in a line: the same in every language, or by locale. */
export type ScriptParam = string | number | ((locale: string) => string)

/** By the name of the hole. */
export type ScriptParams = Readonly<Record<string, ScriptParam>>

/** What a line of a language is filled in. */
interface FilledIn {
  /** BCP 47. */
  readonly locale: string
  /** Said in place of a line that counts `{days}` where there is none to count. */
  readonly withoutDays: string
}

/** A line with its holes filled; a hole that nothing fills stays as it is. */
export function filled(line: string, params: ScriptParams, { locale, withoutDays }: FilledIn): string {
  return (params.days === 0 && line.includes('{days}') ? withoutDays : line).replace(
    /\{(\w+)\}/g,
    (hole, name: string) => {
      const param = params[name] ?? hole
      return String(typeof param === 'function' ? param(locale) : param)
    },
  )
}

/** The names of the holes in some lines, each once. */
export const holesIn = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => [...line.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)))

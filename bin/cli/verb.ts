import type { parseArgs, ParseArgsConfig } from 'node:util'
import type { Config } from '#server/config.ts'
import type { Container } from '#server/container.ts'
import type { Principal } from '#usecases/actor.ts'

export type Options = NonNullable<ParseArgsConfig['options']>

type ValuesOf<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true }>>['values']

/** What a verb is run with. */
export interface Call<O extends Options> {
  readonly values: ValuesOf<O>
  /** As many as the verb names in `positionals`. */
  readonly args: readonly string[]
  /** Checked at the first use. @throws ConfigError */
  config(): Config
  /** The desk, opened at the first use and closed after the verb. @throws AppError when it has not been migrated */
  open(): Promise<Container>
  /** A line of progress on standard error. */
  say(line: string): void
}

/** What a verb answers: lines for a person, and the one object of `--json` (interface.md, Commands). */
export interface Answer {
  readonly json: object
  readonly lines: readonly string[]
  /** The work was done, and its result is a no: exit code 1. */
  readonly refused?: boolean
}

/** One verb of the operator's command line. */
export interface Verb<O extends Options = Options> {
  /** Behind the verb's own words: `<name> --scopes a,b`. */
  readonly usage: string
  readonly summary: string
  readonly options: O
  /** Names of the arguments that are no options; all are required. */
  readonly positionals: readonly string[]
  readonly run: (call: Call<O>) => Promise<Answer>
}

/** A verb whose options are no longer known by type: what the list of verbs holds. */
export type AnyVerb = Omit<Verb, 'run'> & { readonly run: (call: Call<Options>) => Promise<Answer> }

/** Declares a verb. */
export const verb = <const O extends Options>(definition: Verb<O>): AnyVerb => definition as unknown as AnyVerb

/** The command was called wrongly: exit code 2, with the verb's usage. */
export class UsageError extends Error {}

/** Whoever has a shell: sets up, imports, exports; decides nothing and looks nobody up (domain book §4, 2). */
export const operator: Principal = { kind: 'operator' }

/** `a,b, c` → its parts; empty ones are dropped. */
export const listOf = (text: string): string[] => text.split(',').map((part) => part.trim()).filter(Boolean)

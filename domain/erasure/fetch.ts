import type { Cell, Row } from './cell.ts'
import type { IdentityValue } from './identity.ts'

/**
 * A question to the connected database. The survey asks, a connector answers: so one piece of pure code decides
 * what belongs to a person, for every kind of database.
 */
export type Fetch = {
  readonly collection: string
  readonly columns: readonly string[]
} & (
  | {
      /** Candidates: every row that may hold one of these identifiers, in any writing; more does no harm. */
      readonly by: 'identity'
      readonly fields: readonly { readonly field: string; readonly identities: readonly IdentityValue[] }[]
    }
  | { readonly by: 'values'; readonly field: string; readonly values: readonly Cell[] }
  | { readonly by: 'keys'; readonly key: readonly string[]; readonly keys: readonly (readonly Cell[])[] }
)

/** A computation that asks the database as it goes. */
export type Asking<Result> = Generator<Fetch, Result, readonly Row[]>

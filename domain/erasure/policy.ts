export const origins = ['provided', 'observed', 'derived'] as const
/** How a service came by the data: the person gave it, it was watched, or it was worked out from other data. */
export type Origin = (typeof origins)[number]

/** What is done to one field of a row that stays. */
export type MaskAction =
  | { readonly do: 'null' }
  | { readonly do: 'constant'; readonly value: string | number | boolean }
  | { readonly do: 'random' }
  | { readonly do: 'truncate_date'; readonly to: 'year' | 'month' }
  | { readonly do: 'keep_last'; readonly n: number }
  | { readonly do: 'pseudonym' }

/** What is done to the field: the whole row goes, or the field alone is masked. */
export type EraseAction = { readonly do: 'row' } | MaskAction

/** Why a row stays, and until when: `for` counts from the date in `fromField`, `until` is a date of the calendar. */
export interface KeepTerms {
  readonly basis: string
  /** ISO 8601 duration in years, months and days (`P10Y`). */
  readonly for: string | null
  /** `YYYY-MM-DD`. */
  readonly until: string | null
  readonly fromField: string | null
  readonly mask: ReadonlyMap<string, MaskAction>
}

/** What a rule is about. A list fits where one of it fits; null fits everything. */
export interface RuleMatch {
  readonly dataset: readonly string[] | null
  readonly collection: readonly string[] | null
  readonly field: readonly string[] | null
  readonly category: readonly string[] | null
}

export interface PolicyRule {
  readonly match: RuleMatch
  /** The service that the data belongs to; null: the account's own, which only its deletion touches. */
  readonly service: string | null
  readonly origin: Origin | null
  readonly action: { readonly erase: EraseAction } | { readonly keep: KeepTerms }
  /** What becomes of a row that also belongs to somebody else (invariant 8). */
  readonly shared: 'keep' | 'detach'
}

export interface Policy {
  readonly version: string
  readonly rules: readonly PolicyRule[]
}

/**
 * What applies where no policy file is given: everything below `user` goes by row where no other collection
 * needs the row, and is masked where one does.
 */
export const defaultPolicy: Policy = {
  version: 'default-1',
  rules: [{
    match: { dataset: null, collection: null, field: null, category: ['user'] },
    service: null,
    origin: null,
    action: { erase: { do: 'row' } },
    shared: 'keep',
  }],
}

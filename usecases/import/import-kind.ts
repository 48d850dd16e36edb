/** What can be imported, and the columns of each (interface book, import formats). */
export const importKinds = ['people', 'notices', 'consents', 'holds'] as const
export type ImportKind = (typeof importKinds)[number]

/** `required`: a file without one is refused as a whole; of `oneOf`, if there are any, it needs one at least. */
export interface ImportColumns {
  readonly required: readonly string[]
  readonly oneOf: readonly string[]
  readonly optional: readonly string[]
}

export const importColumns: Readonly<Record<ImportKind, ImportColumns>> = {
  people: {
    required: ['external_id'],
    oneOf: ['phone', 'email', 'national_id'],
    optional: ['name', 'locale', 'jurisdiction', 'born_on', 'registered_at'],
  },
  notices: {
    required: ['purpose', 'version', 'locale', 'text', 'control', 'prominence', 'valid_from'],
    oneOf: [],
    optional: ['title', 'bundled_with', 'valid_to'],
  },
  consents: {
    required: ['external_id', 'purpose', 'notice_version', 'state', 'indication', 'channel', 'occurred_at'],
    oneOf: [],
    optional: ['event_id', 'evidence_ref'],
  },
  holds: {
    required: ['external_id', 'hold_ref', 'covers', 'basis', 'owner', 'review_on'],
    oneOf: [],
    optional: ['lifted_on'],
  },
}

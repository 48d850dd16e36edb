/** Where somebody types: their personnel number, the form, and which call, case or hold it is of. */
export interface DraftPlace {
  readonly humanRef: string
  readonly form: string
  readonly of: string
}

/**
 * What a draft is sealed by: the key of the person it is about; a key of its own, which lies in its row and goes with
 * it; or the house's, for what is about nobody.
 */
export type DraftKey =
  | { readonly by: 'subject'; readonly subjectId: string }
  | { readonly by: 'own' }
  | { readonly by: 'house' }

export interface Draft {
  readonly key: DraftKey
  readonly text: string
  /** Epoch ms. */
  readonly savedAt: number
}

/** What is being typed and was not sent. */
export interface DraftStore {
  /** Null also where the person's key is destroyed. */
  get(place: DraftPlace): Promise<Draft | null>
  put(draft: DraftPlace & { readonly key: DraftKey; readonly text: string; readonly at: number }): Promise<void>
  drop(place: DraftPlace): Promise<void>
  /** Ends whatever anybody typed about one call or one case. */
  dropAbout(callOrCase: string): Promise<void>
}

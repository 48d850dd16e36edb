/** Where somebody types: their personnel number, and the form. */
export interface DraftPlace {
  readonly humanRef: string
  readonly place: string
}

/** What is being typed about people, each text under its person's key. */
export interface DraftStore {
  get(place: DraftPlace): Promise<{ readonly subjectId: string; readonly text: string } | null>
  put(draft: DraftPlace & { readonly subjectId: string; readonly text: string; readonly at: number }): Promise<void>
  drop(place: DraftPlace): Promise<void>
}

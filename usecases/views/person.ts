import type { Tone } from './phrase.ts'
import type { PhraseOf } from './phrase-book.ts'

export type PersonField = 'name' | 'phone' | 'email' | 'national_id' | 'account_id' | 'born_on'

/** One field of a person, masked. The value itself is never part of a view (principle 4). */
export interface MaskedFieldView {
  /** Opaque id of the row, sent back by a reveal; a person may have had several phones. */
  fieldId: string
  field: PersonField
  masked: string
  /** False below level 2, and for readers who may never see it. */
  revealable: boolean
}

export interface MaskedPersonView {
  /** Random id of the subject; means nothing outside. */
  subjectId: string
  fields: MaskedFieldView[]
  /** Epoch ms; null when unknown or still locked. */
  customerSince: number | null
}

/** Something to know before acting. */
export type WarningView = PhraseOf<'warning'> & {
  tone: Tone
  /** A case to open from here. */
  caseCode?: string
}

/** Closed list of reasons to see one field in the clear (principle 4). */
export const revealReasons = [
  'read_back',
  'confirm_spelling',
  'call_back',
  'compare_document',
  'tell_people_apart',
] as const
export type RevealReason = (typeof revealReasons)[number]

/** A value in the clear, until a moment (thirty seconds). Lives in the component's memory only. */
export interface RevealedValue {
  value: string
  /** Epoch ms after which the screen hides it again. */
  until: number
}

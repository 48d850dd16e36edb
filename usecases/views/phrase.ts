import type { PhraseOf, PhraseParam } from './phrase-book.ts'

/**
 * A sentence as data: a message key and what fills it. Screens own the words, the rules own the meaning;
 * nothing is concatenated, so every language may order it its own way. The closed list is `phrase-book.ts`.
 */
export interface Phrase {
  key: string
  params?: Record<string, PhraseParam> | undefined
}

/** How a state is coloured; the colour never stands alone (a word or an icon is beside it). */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral'

/** Why an action is visible but not possible yet, and what opens it. */
export type Lock = PhraseOf<'lock'> & {
  /** The role or person who can instead, where there is one ("S-009"). */
  who?: string
  /** From when they can, epoch ms, where that is still to come. */
  from?: number
  /** Nobody can: a warning of the set-up. */
  nobody?: true
}

/** A service as screens name it. `null` where one stands for the whole account. */
export interface ServiceRef {
  key: string
  name: string
}

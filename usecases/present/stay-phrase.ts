import type { WhatStays } from '../erasure/what-stays.ts'
import type { PhraseOf } from '../views/phrase-book.ts'

/** Why rows stay, in words of the reader's language. */
export function stayPhrase({ reason, rows, basis }: Pick<WhatStays, 'reason' | 'rows' | 'basis'>): PhraseOf<'keep'> {
  return reason === 'retained' ? { key: reason, params: { rows, basis: basis ?? '' } } : { key: reason, params: { rows } }
}

/** The day on which they go, epoch ms; null where nobody knows yet, or never. */
export const stayUntil = ({ until }: Pick<WhatStays, 'until'>): number | null =>
  until === null ? null : Date.parse(`${until}T00:00:00Z`)

import type { DraftKey } from '../ports/draft-store.ts'

/** What was typed about a person on file, or about nobody, and never sent, is kept so long, in ms. */
export const draftStaysMs = 7 * 86_400_000

/** What was typed about somebody nobody looked up, which no erasure finds, is kept so long, in ms. */
export const ownKeyDraftStaysMs = 86_400_000

/** Until when a draft may be shown, epoch ms. */
export const draftEndsAt = ({ key, savedAt }: { key: DraftKey; savedAt: number }): number =>
  savedAt + (key.by === 'own' ? ownKeyDraftStaysMs : draftStaysMs)

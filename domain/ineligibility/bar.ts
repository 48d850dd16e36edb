import type { IdentifierType } from '#domain/subject/identifier.ts'

/** One tag of an entry. `barsAlone` was frozen with the mark: who holds the number later changes nothing. */
export interface EntryTag {
  /** The tag, in any one writing (base64url or hexadecimal); equal tags are equal texts. */
  readonly tag: string
  readonly barsAlone: boolean
}

/** What the gate must know of one registry entry. Times are epoch ms. */
export interface BarringEntry {
  readonly tags: readonly EntryTag[]
  readonly endsAt: number | null
  readonly supersededAt: number | null
}

/**
 * Whether an identifier bars by itself, decided at the moment of the mark (domain.md §7). A national id or an
 * account id is one person's. A phone or e-mail is only if nobody else was known to have held it.
 *
 * @param otherHolders how many other people are known ever to have held it, on file or by a tag of the
 * registry
 * @param weakMayBarAlone setting `weak_identifier_bars_alone`
 */
export function barsAlone(type: IdentifierType, otherHolders: number, weakMayBarAlone: boolean): boolean {
  if (type === 'national_id' || type === 'account_id') return true
  return weakMayBarAlone && otherHolders === 0
}

/**
 * Whether an entry bars whoever brings these tags: one that bars alone is enough, any other needs a second
 * match of the same entry. An entry that was superseded or has ended bars nobody.
 *
 * @param brought the tags of every identifier that the gate was asked about
 */
export function isBarred(entry: BarringEntry, brought: ReadonlySet<string>, at: number): boolean {
  if (entry.supersededAt !== null && entry.supersededAt <= at) return false
  if (entry.endsAt !== null && entry.endsAt <= at) return false
  const matched = new Map(entry.tags.filter(({ tag }) => brought.has(tag)).map((one) => [one.tag, one]))
  return matched.size > 1 || [...matched.values()].some((one) => one.barsAlone)
}

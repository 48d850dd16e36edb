import { isMinorAt } from '#domain/consent/age.ts'
import type { MarkQuestion } from '#domain/ineligibility/mark.ts'
import { anywhere } from '#domain/law/jurisdiction.ts'
import type { Store } from '../ports/store.ts'
import { hasDied } from '../verification/has-died.ts'

/** What of an account says whose it is. */
interface AccountKnown {
  readonly subject: { readonly id: string; readonly jurisdiction: string | null }
  /** YYYY-MM-DD. */
  readonly bornOn: string | null
}

/**
 * Whether the person of these accounts is a minor or died: what one account says of them holds for all, since it is the
 * person who is never marked, not the account (invariant 4).
 */
export async function neverMarked(
  store: Store,
  accounts: readonly AccountKnown[],
  now: number,
): Promise<Pick<MarkQuestion, 'minor' | 'deceased'>> {
  const died = await Promise.all(accounts.map(({ subject }) => hasDied(store, subject.id)))
  const minor = ({ subject, bornOn }: AccountKnown) =>
    bornOn !== null && isMinorAt(bornOn, now, subject.jurisdiction ?? anywhere)
  return { minor: accounts.some(minor), deceased: died.includes(true) }
}

import type { Capacity } from '#domain/verification/caller-check.ts'
import type { VerificationRecord } from '../ports/call-store.ts'
import type { CheckLine } from '../ports/check-store.ts'
import type { Store } from '../ports/store.ts'
import { proofWords } from '../present/proof-words.ts'
import type { PhraseOf } from '../views/phrase-book.ts'

/** What speaks for itself first; a hint is named only where there is nothing else. */
const foremost: readonly VerificationRecord['method'][] = [
  'code_stated', 'code_phone', 'code_email', 'link_phone', 'link_email', 'call_back', 'document', 'answers', 'document_tag', 'receipt',
]

interface HowVerified {
  readonly by: PhraseOf<'assuranceBy'>
  /** Set where a representative was verified, and not the person. */
  readonly capacity: Capacity | null
}

/**
 * By what a caller is verified in a call about these people; null where nothing was shown.
 *
 * @param lapsed whether what counted once counts here, as for what was done by it
 */
export async function howVerified(
  store: Store,
  callId: string,
  subjectIds: readonly string[],
  { lapsed = false } = {},
): Promise<HowVerified | null> {
  const passed = (await store.calls.verifications(callId)).filter(
    ({ outcome, subjectId }) =>
      (outcome === 'passed' || (lapsed && outcome === 'lapsed')) && subjectIds.includes(subjectId),
  )
  const [first] = passed.toSorted((a, b) => foremost.indexOf(a.method) - foremost.indexOf(b.method))
  if (first === undefined) return null
  const check = first.method === 'code_stated'
    ? (await store.checks.ofSubject(first.subjectId)).find(({ id }) => id === first.identifierId)
    : undefined
  return { by: phraseOf(first, check), capacity: check?.capacity ?? null }
}

const phraseOf = ({ method }: VerificationRecord, check: CheckLine | undefined): PhraseOf<'assuranceBy'> =>
  method === 'code_stated'
    ? { key: check?.kind === 'lost_contact' ? 'lost_contact_procedure' : 'representative' }
    : proofWords(method)

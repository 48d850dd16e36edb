import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { erasedGrants } from '../erased/grant-erased.ts'
import type { CallRecord, GrantRecord } from '../ports/call-store.ts'
import type { Store } from '../ports/store.ts'
import { proofWords } from '../present/proof-words.ts'
import { howVerified } from '../verification/how-verified.ts'
import type { AssuranceView } from '../views/desk.ts'

/** The ladder of the call bar: how sure, and by what. */
export async function assuranceView(
  store: Store,
  callId: string,
  grant: GrantRecord | null,
  level: AssuranceLevel,
): Promise<AssuranceView> {
  if (grant === null || level === 0) return { level: 0, by: null, since: null }
  const how = await howVerified(store, callId, [grant.subjectId])
  return { level, by: how?.by ?? null, since: grant.levelAt }
}

/** The same for somebody who was erased: by the receipt, or by a contact and a document that the registry knows. */
export async function erasedAssurance(store: Store, call: CallRecord, now: number): Promise<AssuranceView> {
  const [grant] = await erasedGrants(store, call, now)
  if (grant === undefined) return { level: 0, by: null, since: null }
  const by = proofWords(grant.foundBy === 'receipt' ? 'receipt' : 'document_tag')
  return { level: grant.level as AssuranceLevel, by, since: grant.levelAt }
}

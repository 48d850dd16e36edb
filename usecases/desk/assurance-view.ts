import type { AssuranceLevel } from '#domain/access/assurance.ts'
import type { GrantRecord } from '../ports/call-store.ts'
import type { Store } from '../ports/store.ts'
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

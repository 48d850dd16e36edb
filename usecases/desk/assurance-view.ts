import type { AssuranceLevel } from '#domain/access/assurance.ts'
import type { GrantRecord } from '../ports/call-store.ts'
import type { Store } from '../ports/store.ts'
import type { AssuranceView } from '../views/desk.ts'

/** The ladder of the call bar: how sure, and by what. */
export async function assuranceView(
  store: Store,
  callId: string,
  grant: GrantRecord | null,
  level: AssuranceLevel,
): Promise<AssuranceView> {
  if (grant === null || level === 0) return { level: 0, by: null, since: null }
  const passed = (await store.calls.verifications(callId)).find(
    (one) => one.subjectId === grant.subjectId && one.outcome === 'passed',
  )
  const field = passed?.method === 'code_email' ? 'email' : 'phone'
  return { level, by: { key: 'one_time_code', params: { field } }, since: grant.levelAt }
}

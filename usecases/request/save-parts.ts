import type { Request } from '#domain/request/request.ts'
import type { Store } from '../ports/store.ts'

/**
 * Writes what the machine added to the aggregate's who-did-what and approvals as rows too: the database refuses an
 * approval by a human with another part by these (invariant 2), whatever the code above it believes.
 */
export async function saveParts(store: Store, before: Request | null, next: Request): Promise<void> {
  for (const { human, part, at } of next.parts.slice(before?.parts.length ?? 0)) {
    await store.requests.addPart(next.id, { humanRef: human, part, at })
  }
  const known = new Set(before?.approvals.map((approval) => `${approval.human}@${approval.at}`) ?? [])
  if (before !== null && before.approvals.length > 0 && next.approvals.length === 0) {
    await store.requests.supersedeApprovals(next.id, next.since)
  }
  for (const { human, at, planHash } of next.approvals) {
    if (!known.has(`${human}@${at}`)) await store.requests.addApproval({ requestId: next.id, humanRef: human, planHash, at })
  }
}

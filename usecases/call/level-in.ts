import type { AssuranceLevel } from '#domain/access/assurance.ts'
import type { CommandContext } from '../command.ts'
import type { CallRecord, GrantRecord } from '../ports/call-store.ts'

/** The level that a grant gives now. */
export const levelOfGrant = (grant: GrantRecord | null, now: number): AssuranceLevel =>
  grant === null || (grant.levelEndsAt !== null && grant.levelEndsAt <= now) ? 0 : (grant.level as AssuranceLevel)

/** The level reached about a subject in a live call. */
export async function levelIn(
  { store, now }: Pick<CommandContext<unknown>, 'store' | 'now'>,
  call: CallRecord,
  subjectId: string,
): Promise<AssuranceLevel> {
  return levelOfGrant(await store.calls.grant(call.id, subjectId), now)
}

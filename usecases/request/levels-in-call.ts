import type { CommandContext } from '../command.ts'
import { isLive } from '../call/own-call.ts'
import { notAllowed } from '../errors.ts'

/**
 * The assurance levels that an agent's own live call brings, by subject. A call of somebody else's, one that
 * ended, and none at all bring nothing.
 *
 * @throws NotAllowed for another agent's call
 */
export async function levelsInCall(
  { store, actor, now }: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now'>,
  callId: string | null,
): Promise<ReadonlyMap<string, number>> {
  if (callId === null) return new Map()
  const call = await store.calls.get(callId)
  if (call === null || actor.type !== 'staff' || call.staffId !== actor.id) throw notAllowed('not_your_call')
  if (!isLive(call, actor)) return new Map()
  const grants = await store.calls.grants(callId)
  return new Map(
    grants
      .filter((grant) => grant.levelEndsAt === null || grant.levelEndsAt > now)
      .map((grant) => [grant.subjectId, grant.level]),
  )
}

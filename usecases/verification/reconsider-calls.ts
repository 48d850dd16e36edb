import type { CommandContext } from '../command.ts'
import type { CheckLine } from '../ports/check-store.ts'
import { raiseLevel } from './raise-level.ts'

/** The calls that go on and rest on this check get the level that it gives now, up or down. @returns how many */
export async function reconsiderCalls(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now'>,
  check: Pick<CheckLine, 'id' | 'subjectId'>,
): Promise<number> {
  let reconsidered = 0
  for (const callId of await context.store.calls.restingOn(check)) {
    const call = await context.store.calls.get(callId)
    if (call === null || call.endedAt !== null || call.wrappedUpAt !== null) continue
    await raiseLevel(context, call, check.subjectId)
    reconsidered += 1
  }
  return reconsidered
}

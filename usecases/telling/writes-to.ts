import type { CommandContext } from '../command.ts'
import type { MessagePlace } from '../ports/notification-store.ts'
import { placeOfPerson } from '../notification/message-places.ts'
import { howVerified } from '../verification/how-verified.ts'

/**
 * Where a caller can be told a consequence in writing; null where nothing is on file, and where somebody acts for the
 * person: what goes to the person's own contact does not tell whoever asked.
 */
export async function writesTo(
  context: Pick<CommandContext<unknown>, 'store' | 'channels'>,
  callId: string,
  subjectId: string,
): Promise<MessagePlace | null> {
  const verified = await howVerified(context.store, callId, [subjectId], { lapsed: true })
  const acts = verified !== null && verified.capacity !== null && verified.capacity !== 'heir'
  return acts ? null : placeOfPerson(context, subjectId)
}

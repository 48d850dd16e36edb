import type { CommandContext } from '../command.ts'
import type { AuditEvent } from '../event.ts'
import type { NewCall } from '../ports/call-store.ts'
import { staffActor } from './own-call.ts'

/** What is known of a call as it begins. */
export type Beginning = Pick<NewCall, 'channel' | 'telephonyId'> &
  Partial<Pick<NewCall, 'subjectId' | 'found' | 'foundBy' | 'lookedUpAt'>>

/** Opens a call of the actor's in this sign-in. The caller's language is the agent's until more is known. */
export async function beginCall(
  context: Pick<CommandContext<unknown>, 'store' | 'actor' | 'now' | 'ids'>,
  beginning: Beginning,
): Promise<{ call: NewCall; event: AuditEvent }> {
  const staff = staffActor(context)
  const call: NewCall = {
    ...beginning,
    id: context.ids.uuid(),
    staffId: staff.id,
    humanRef: staff.humanRef,
    sessionId: staff.sessionId,
    locale: staff.locale,
    startedAt: context.now,
  }
  await context.store.calls.open(call)
  const data = { channel: call.channel, telephony: call.telephonyId !== null }
  return { call, event: { what: 'call.opened', call: call.id, data } }
}


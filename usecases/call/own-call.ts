import type { StaffActor } from '../actor.ts'
import type { CommandContext } from '../command.ts'
import { notAllowed, preconditionFailed } from '../errors.ts'
import type { CallRecord } from '../ports/call-store.ts'

type Context = Pick<CommandContext<unknown>, 'store' | 'actor'>

/** Whoever acts is a member of staff: only they have calls. @throws NotAllowed */
export function staffActor({ actor }: Pick<Context, 'actor'>): StaffActor {
  if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
  return actor
}

/** Whether a call goes on: not ended, and held in this very sign-in. */
export const isLive = (call: CallRecord, staff: StaffActor): boolean =>
  call.wrappedUpAt === null && call.endedAt === null && (call.sessionId === null || call.sessionId === staff.sessionId)

/**
 * The actor's own call, wrapped up or not. One that does not exist is refused like another agent's: the answer must
 * not tell them apart.
 *
 * @throws NotAllowed
 */
export async function ownCall(context: Context, callId: string): Promise<CallRecord> {
  const staff = staffActor(context)
  const call = await context.store.calls.get(callId)
  if (call === null || call.staffId !== staff.id) throw notAllowed('not_your_call')
  return call
}

/** The actor's own call that goes on. @throws NotAllowed; PreconditionFailed when it has ended */
export async function ownLiveCall(context: Context, callId: string): Promise<CallRecord> {
  const call = await ownCall(context, callId)
  if (!isLive(call, staffActor(context))) throw preconditionFailed('call_ended', { call: call.id })
  return call
}

/**
 * The actor's live call, or null once it is theirs to begin one: of two requests that ask at once, the second finds the
 * call that the first one began.
 */
export async function liveCallOrTurn(context: Context): Promise<CallRecord | null> {
  const live = await liveCallOf(context)
  if (live !== null) return live
  const others = await context.store.turns.ofStaff(staffActor(context).id)
  return others ? liveCallOf(context) : null
}

/** The actor's live call, if there is one. */
export async function liveCallOf(context: Context): Promise<CallRecord | null> {
  const staff = staffActor(context)
  const call = await context.store.calls.unfinished(staff.id)
  return call !== null && isLive(call, staff) ? call : null
}

import { settingMs } from '#domain/settings/settings.ts'
import { command, type CommandContext } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import type { CallRecord } from '../ports/call-store.ts'
import { resumeCallInput } from '../views/desk-inputs.ts'
import { loseLevels } from '../verification/lose-levels.ts'
import { isLive, ownCall, staffActor } from './own-call.ts'

/** When a call ended that was never wrapped up: as noted, else when the sign-in that held it was last seen. */
export async function endOfCall({ store }: Pick<CommandContext<unknown>, 'store'>, call: CallRecord): Promise<number> {
  if (call.endedAt !== null) return call.endedAt
  const session = call.sessionId === null ? null : await store.staff.session(call.sessionId)
  return session?.revokedAt ?? session?.lastSeenAt ?? call.startedAt
}

/**
 * Takes up a call of one's own that ended without an outcome. Within `resume_minutes` its levels stay, while the line
 * is open; later it can still be wrapped up, but everybody in it has to be verified anew.
 */
export const resumeCall = command({
  name: 'call.resume',
  permission: 'call.resume',
  input: resumeCallInput,
  async run(context) {
    const { input, store } = context
    const staff = staffActor(context)
    const call = await ownCall(context, input.callId)
    if (call.wrappedUpAt !== null) throw preconditionFailed('call_ended', { call: call.id })
    if (isLive(call, staff)) return { value: { kept: true }, events: [{ what: 'call.resumed', call: call.id, data: { again: true } }] }
    const resumeMs = settingMs(await store.settings.all(), 'resume_minutes')
    const ended = { callId: call.id, agentId: call.staffId, endedAt: await endOfCall(context, call), lineOpen: true }
    const lost = await loseLevels(context, call, ended, resumeMs)
    await store.calls.save({ ...call, sessionId: staff.sessionId, endedAt: null })
    return {
      value: { kept: lost === 0 },
      events: [{ what: 'call.resumed', call: call.id, data: { levels_lost: lost } }],
    }
  },
})

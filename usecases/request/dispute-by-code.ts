import { levelIn } from '../call/level-in.ts'
import { writeNote } from '../call/write-note.ts'
import { command, type CommandContext, type CommandResult } from '../command.ts'
import { AppError, preconditionFailed } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { livePerson } from '../verification/live-person.ts'
import { disputeByCodeInput, type DisputeByCodeInput } from '../views/desk-inputs.ts'
import { actOnCase } from './act-on-case.ts'
import { aboutRequest } from './carry-out.ts'
import { levelsInCall } from './levels-in-call.ts'
import { noteAbout } from './note-about.ts'
import { requestActor } from './request-actor.ts'

/** The same whatever becomes of it: where a case stands is open at level 2 alone (domain book §4, 11). */
export interface TakenDown {
  readonly takenDown: true
}

type Context = CommandContext<DisputeByCodeInput>

/**
 * "That was not me" by somebody who reads out a case code and is no more than level 1: whoever got a notice about what
 * they never asked for can often prove no more, and waiting harms only a thief (domain book §5.1, §5.2).
 *
 * A case that can not be stopped any more, or by somebody surer only, is answered like one that was stopped; the log
 * tells them apart. A code of another person's case is refused like one of no case.
 */
export const disputeByCode = command({
  name: 'request.dispute_by_code',
  permission: 'request.dispute',
  input: disputeByCodeInput,
  async run(context): Promise<CommandResult<TakenDown>> {
    const { input, store } = context
    const { call, subject, about } = await livePerson(context, input.callId)
    if ((await levelIn(context, call, subject.id)) < 1) throw preconditionFailed('level_too_low', about)
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null || !stored.request.subjects.some((one) => one.subjectId === subject.id)) {
      throw new AppError('invalid_input', 'not_their_case', { about, fields: { caseCode: 'not_their_case' } })
    }
    const { events, jobs } = await stopped(context, call, stored)
    return { value: { takenDown: true }, events, jobs: jobs ?? [] }
  },
})

/** The case stands still; or, where the rules do not let it, the attempt is recorded, its words with the call. */
async function stopped(
  context: Context, call: CallRecord, stored: StoredRequest,
): Promise<Pick<CommandResult<unknown>, 'events' | 'jobs'>> {
  const { actor, now, input } = context
  const event = { type: 'dispute', at: now, by: requestActor(actor) } as const
  const levels = await levelsInCall(context, call.id)
  try {
    const done = await actOnCase(context, stored, event, { what: 'request.disputed', call: call.id }, levels)
    await noteAbout(context, stored.request, 'dispute', input.words, call.id)
    return done
  } catch (fault) {
    if (!(fault instanceof AppError) || fault.code !== 'precondition_failed') throw fault
    const { request } = stored
    const refused: AuditEvent = {
      what: 'request.disputed',
      outcome: 'denied',
      ...aboutRequest(request),
      call: call.id,
      data: { state: request.state, reason: fault.reason },
    }
    return { events: input.words === '' ? [refused] : [refused, (await writeNote(context, call, input.words)).event] }
  }
}

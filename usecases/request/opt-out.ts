import { isOptional } from '#domain/service/optional-purposes.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { command, type CommandResult } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { committedLookUp, matchReadings, readingsOf } from '../person/look-up-person.ts'
import { optOutInput } from '../views/desk-inputs.ts'

/** The same whoever holds the identifier, if anybody does: nothing is open yet (domain book §4, 11). */
export interface OptOutTaken {
  readonly takenDown: true
}

/**
 * "No more of this", without proof of who says so: laws forbid to ask for any (domain book §5.1). It is taken blind,
 * for whoever holds the identifier now: what is written, answered and queued is the same for one holder, several, none,
 * or one who was erased. The worker opens the requests afterwards, so that neither the screen nor the time that it
 * takes tells them apart (docs/decisions, an opt-out taken blind).
 */
export const optOut = command({
  name: 'request.opt_out',
  permission: 'request.open',
  input: optOutInput,
  async run(context): Promise<CommandResult<OptOutTaken>> {
    const { input, store, now } = context
    const call = await ownLiveCall(context, input.callId)
    const { purpose, query } = input
    if (!isOptional(purpose, await store.consents.services())) throw invalidInput('purpose', { purpose: 'unknown_purpose' })
    const readings = await readingsOf(store, query)
    // A case is nobody's number: who it is about may be somebody else than whoever reads its code out.
    if (readings[0].kind === 'case_code') throw invalidInput('input', { query: 'no_identifier' })
    const { reading, subjectIds } = await matchReadings(store, readings)
    const [only = null] = subjectIds.length === 1 ? subjectIds : []
    return {
      value: { takenDown: true },
      events: [{
        what: 'request.opt_out_taken',
        call: call.id,
        subjects: subjectIds,
        data: { purpose, by: reading.kind, matches: subjectIds.length === 0 ? 'none' : only === null ? 'several' : 'one' },
        commit: { identifier: await committedLookUp({ store, now }, reading, only) },
      }],
      jobs: [{
        kind: 'request.opt_out',
        key: `request.opt_out:${input.idempotencyKey}`,
        payload: { subjects: [...subjectIds], purpose, call: call.id, at: now },
      }],
    }
  },
})

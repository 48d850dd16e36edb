import { asksForCallBack } from '#domain/request/call-back.ts'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import { committedLookUp } from '../person/look-up-person.ts'
import { numberToCall } from '../person/number-to-call.ts'
import { caseByCode } from '../request/act-on-case.ts'
import { dialledMs } from '../request/show-number.ts'
import { beginCallBackInput } from '../views/case-inputs.ts'
import { raiseLevel } from '../verification/raise-level.ts'
import { beginCall } from './begin-call.ts'
import { liveCallOrTurn, staffActor } from './own-call.ts'

/**
 * Somebody answered at the registered number: a call of ours begins with the person of the case, and the call-back
 * counts in it as the rules say. Only for who had the number shown to them for this case a moment before.
 *
 * @throws PreconditionFailed while another call of this agent's goes on
 */
export const beginCallBack = command({
  name: 'call.begin_call_back',
  permission: 'call.open',
  input: beginCallBackInput,
  async run(context) {
    const { input, store, now, ids } = context
    const staff = staffActor(context)
    const { request } = await caseByCode(context, input.caseCode, input.version)
    const { caseCode } = request
    const about = { case: caseCode }
    if (asksForCallBack(request) === null) throw preconditionFailed('no_call_back', about)
    const live = await liveCallOrTurn(context)
    if (live !== null) throw preconditionFailed('call_goes_on', { ...about, call: live.id })
    const shownAt = await store.requests.lastDialled(caseCode, staff.id)
    if (shownAt === null || now - shownAt > dialledMs) throw preconditionFailed('number_not_shown', about)
    const number = await numberToCall(store, request, now)
    const [first] = number?.held ?? []
    if (number === null || first === undefined) throw preconditionFailed('no_number_to_call', about)

    const found = { found: 'one', foundBy: 'case_code', lookedUpAt: now } as const
    const begun = await beginCall(context, { channel: 'phone', telephonyId: null, subjectId: first.subjectId, ...found })
    const call = await store.calls.get(begun.call.id)
    if (call === null) throw preconditionFailed('call_ended', about)
    const subjects = number.held.map(({ subjectId }) => subjectId)
    let level = 0
    for (const { subjectId, contactId } of number.held) {
      const grant = { level: 0, levelAt: null, levelEndsAt: null, lookedUpAt: now, foundBy: 'case_code' }
      await store.calls.putGrant({ ...grant, callId: call.id, subjectId })
      await store.calls.addVerification({
        id: ids.uuid(), callId: call.id, subjectId, method: 'call_back', identifierId: contactId, sentAt: now,
        expiresAt: now, tries: 1, outcome: 'passed',
      })
      level = await raiseLevel(context, (await store.calls.get(call.id)) ?? call, subjectId)
    }
    const reading = { kind: 'case_code', normalised: caseCode } as const
    const events: [AuditEvent, ...AuditEvent[]] = [
      { ...begun.event, case: caseCode },
      {
        what: 'person.looked_up', ...about, call: call.id, subjects, data: { by: 'case_code', matches: 'one' },
        commit: { identifier: await committedLookUp(context, reading, first.subjectId) },
      },
      {
        what: 'verification.called_back', ...about, call: call.id, subjects,
        data: { way: 'call_back', passed: true, level, reached: true },
      },
    ]
    return { value: { callId: call.id, level }, events }
  },
})

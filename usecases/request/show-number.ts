import { asksForCallBack } from '#domain/request/call-back.ts'
import { notFound, preconditionFailed } from '../errors.ts'
import { numberToCall } from '../person/number-to-call.ts'
import { revealedMs } from '../person/reveal-field.ts'
import { auditedQuery } from '../query.ts'
import { showNumberInput } from '../views/case-inputs.ts'
import type { RevealedValue } from '../views/person.ts'
import { aboutRequest } from './carry-out.ts'

/** For so long after it was shown a call of ours to this number can be begun, in ms. */
export const dialledMs = 30 * 60_000

/**
 * The registered number of the person of one case that asks for a call-back, for thirty seconds and for that alone:
 * one field, one coded reason, written down (docs/decisions/0036-call-backs.md). Nobody has to be verified for it,
 * since the number is what verifies them.
 */
export const showNumber = auditedQuery({
  name: 'person.show_number',
  permission: 'person.show_number',
  input: showNumberInput,
  async run({ input, store, now }) {
    const stored = await store.requests.byCaseCode(input.caseCode)
    if (stored === null) throw notFound('case')
    const { request } = stored
    if (asksForCallBack(request) === null) throw preconditionFailed('no_call_back', { case: request.caseCode })
    const number = await numberToCall(store, request, now)
    if (number === null) throw preconditionFailed('no_number_to_call', aboutRequest(request))
    const value: RevealedValue & { version: number } = {
      value: number.value, until: now + revealedMs, version: request.version,
    }
    return {
      value,
      events: [{
        what: 'person.revealed',
        case: request.caseCode,
        subjects: number.held.map(({ subjectId }) => subjectId),
        data: { field: 'phone', reason: 'call_back' },
      }],
    }
  },
})

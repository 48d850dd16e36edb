import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { switchSubjectInput } from '../views/desk-inputs.ts'
import { levelOfGrant } from './level-in.ts'
import { ownLiveCall } from './own-call.ts'

/** Turns the call to another account that was looked up in it. Each keeps the level that was reached for it. */
export const switchSubject = command({
  name: 'call.switch_subject',
  permission: 'person.look_up',
  input: switchSubjectInput,
  async run(context) {
    const { input, store, now } = context
    const call = await ownLiveCall(context, input.callId)
    const grant = await store.calls.grant(call.id, input.subjectId)
    const subject = grant === null ? null : await store.subjects.get(input.subjectId)
    if (grant === null || subject?.status !== 'active') throw notFound('subject')
    const { foundBy, lookedUpAt, subjectId } = grant
    await store.calls.noteLookUp({ ...call, subjectId, found: 'one', foundBy, lookedUpAt })
    return {
      value: null,
      events: [{ what: 'person.viewed', call: call.id, subjects: [subjectId], data: { level: levelOfGrant(grant, now) } }],
    }
  },
})

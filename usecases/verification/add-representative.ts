import { isLiveCheck } from '#domain/verification/caller-check.ts'
import { staffActor } from '../call/own-call.ts'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { representativeInput } from '../views/desk-inputs.ts'
import { livePerson } from './live-person.ts'
import { statedContact } from './stated-contact.ts'
import { tellPerson } from './tell-person.ts'

/** So many claims to act for one person may wait or stand at once: a false one must not keep a right one out. */
const atOnce = 3

/**
 * Somebody calls for the person: a party of the call, in a capacity, with the reference of an authority. A supervisor
 * checks it, their own contact is verified by a code, and the person is told, unless an heir says that they died.
 */
export const addRepresentative = command({
  name: 'verification.add_representative',
  permission: 'verification.note_proof',
  input: representativeInput,
  async run(context) {
    const { input, store, ids, now } = context
    const { call, subject, about } = await livePerson(context, input.callId)
    const { humanRef } = staffActor(context)
    const checks = await store.checks.ofSubject(subject.id)
    const live = checks.filter((one) => one.kind === 'authority' && isLiveCheck(one, now))
    if (live.length >= atOnce) throw preconditionFailed('check_under_way', about)
    const contact = await statedContact(store, input.contact)
    const id = ids.uuid()
    const { capacity, reference } = input
    await store.checks.add({
      id, kind: 'authority', subjectId: subject.id, callId: call.id, identifierId: null, capacity, reference, contact,
      locale: call.locale, state: 'waiting', askedBy: humanRef, askedAt: now, opensAt: now, checkedBy: null,
      checkedAt: null, objectedAt: null,
    })
    await store.calls.addParty({
      id: ids.uuid(), callId: call.id, role: 'representative', subjectId: subject.id, reference, addedAt: now,
    })
    const jobs = capacity === 'heir' ? [] : await tellPerson(context, subject, 'represented')
    return {
      value: { checkId: id },
      events: [
        {
          what: 'call.party_added',
          ...about,
          data: { role: 'representative', capacity, check: id, told: jobs.length },
          commit: { reference: { value: reference, subject: subject.id, expiresAt: null } },
        },
      ],
      jobs,
    }
  },
})

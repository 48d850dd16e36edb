import { settingMs } from '#domain/settings/settings.ts'
import { isLiveCheck } from '#domain/verification/caller-check.ts'
import { staffActor } from '../call/own-call.ts'
import { command } from '../command.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import { reportLostInput } from '../views/desk-inputs.ts'
import { livePerson } from './live-person.ts'
import { statedContact } from './stated-contact.ts'
import { tellPerson } from './tell-person.ts'

/**
 * The caller says that a contact on file is lost to them. From now on it proves nothing; the person is told at every
 * contact on file, and may object for `lost_contact_hours`; a supervisor looks the document up by its reference. Only
 * then does a later call about this person reach level 2 (domain book §5.4).
 */
export const reportContactLost = command({
  name: 'person.report_contact_lost',
  permission: 'person.report_contact_lost',
  input: reportLostInput,
  async run(context) {
    const { input, store, ids, now } = context
    const { call, subject, about } = await livePerson(context, input.callId)
    const { humanRef } = staffActor(context)
    const current = (await store.subjects.identifiers(subject.id)).filter((one) => one.heldTo === null)
    const lost = current.find((one) => one.id === input.wayId && (one.type === 'phone' || one.type === 'email'))
    if (lost === undefined) throw preconditionFailed('code_not_possible', about)
    const checks = await store.checks.ofSubject(subject.id)
    if (checks.some((one) => one.kind === 'lost_contact' && isLiveCheck(one, now))) {
      throw preconditionFailed('check_under_way', about)
    }
    const contact = await statedContact(store, input.contact)
    if (current.some(({ type, value }) => type === contact.type && value === contact.value)) {
      throw invalidInput('input', { contact: 'contact_on_file' })
    }
    const id = ids.uuid()
    const opensAt = now + settingMs(await store.settings.all(), 'lost_contact_hours')
    await store.checks.add({
      id, kind: 'lost_contact', subjectId: subject.id, callId: call.id, identifierId: lost.id, capacity: null,
      reference: input.reference, contact, locale: call.locale, state: 'waiting', askedBy: humanRef, askedAt: now,
      opensAt, checkedBy: null, checkedAt: null, objectedAt: null,
    })
    await store.subjects.reportLost(lost.id, now)
    const jobs = await tellPerson(context, subject, 'contact_reported_lost')
    return {
      value: { checkId: id, opensAt },
      events: [
        {
          what: 'verification.contact_reported_lost',
          ...about,
          data: { check: id, contact: lost.type, opens_at: opensAt, told: jobs.length },
          commit: { reference: { value: input.reference, subject: subject.id, expiresAt: null } },
        },
      ],
      jobs,
    }
  },
})

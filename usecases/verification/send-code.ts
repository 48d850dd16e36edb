import { contactDoubts } from '#domain/access/contact-doubt.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { scriptBook } from '#domain/script/script.ts'
import { command, runCommand } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { contactsOf } from '../person/contact-facts.ts'
import { notificationJob } from '../notification/notification-job.ts'
import { procedure } from '../procedure.ts'
import { sendCodeInput } from '../views/desk-inputs.ts'
import { codeRules } from './code-rules.ts'

/** How long the worker leaves a code to the process that made it, in ms: it is the safety net, not the way. */
const leftToUsMs = 20_000

/**
 * Makes a one-time code for a contact on file. A contact that is fresh, shared or reported lost proves nothing, so no
 * code goes there. The code itself is derived where it is sent and where it is checked, and stored nowhere.
 */
export const makeCode = command({
  name: 'verification.send_code',
  permission: 'verification.send_code',
  input: sendCodeInput,
  async run(context) {
    const { input, store, ids, now, channels } = context
    const call = await ownLiveCall(context, input.callId)
    const about = { call: call.id, subjects: call.subjectId === null ? [] : [call.subjectId] }
    const subject = call.subjectId === null ? null : await store.subjects.get(call.subjectId)
    if (subject === null || subject.status !== 'active') throw preconditionFailed('code_not_possible', about)
    const contacts = await contactsOf(store, subject, await store.subjects.identifiers(subject.id))
    const contact = contacts.find((one) => one.id === input.wayId)
    const freshMs = settingMs(await store.settings.all(), 'contact_fresh_days')
    if (contact === undefined || contactDoubts(contact, { now, callStartedAt: call.startedAt, freshMs }).length > 0) {
      throw preconditionFailed('code_not_possible', about)
    }
    if (contact.type === 'phone' ? !channels.sms : !channels.email) throw preconditionFailed('code_not_possible', about)

    const earlier = (await store.calls.verifications(call.id)).filter((one) => one.subjectId === subject.id)
    if (earlier.length >= codeRules.perCall) throw preconditionFailed('too_many_codes', about)
    for (const { id, outcome } of earlier) {
      if (outcome === 'pending') await store.calls.endVerification(id, 'superseded', now)
    }
    const verification = {
      id: ids.uuid(),
      callId: call.id,
      subjectId: subject.id,
      method: contact.type === 'phone' ? ('code_phone' as const) : ('code_email' as const),
      identifierId: contact.id,
      sentAt: now,
      expiresAt: now + codeRules.livesMs,
      tries: 0,
      outcome: 'pending' as const,
    }
    await store.calls.addVerification(verification)
    const notification = {
      id: ids.uuid(),
      channel: contact.type === 'phone' ? ('sms' as const) : ('email' as const),
      template: 'one_time_code',
      locale: scriptBook(subject.locale ?? call.locale).locale,
      subjectId: subject.id,
      identifierId: contact.id,
      sealedId: null,
      requestId: null,
      verificationId: verification.id,
      state: 'queued' as const,
      createdAt: now,
      sentAt: null,
      fault: null,
    }
    await store.notifications.add(notification)
    return {
      value: { challengeId: verification.id, notificationId: notification.id },
      events: [
        {
          what: 'verification.code_sent',
          call: call.id,
          subjects: [subject.id],
          data: { verification: verification.id, way: verification.method, notification: notification.id },
        },
      ],
      jobs: [{ ...notificationJob(notification.id), runAt: now + leftToUsMs }],
    }
  },
})

/** Makes a code and sends it at once: somebody is on the line. What fails here the worker tries again. */
export const sendCode = procedure({
  name: 'verification.send_code',
  async run({ runtime, notifier }, rawInput, principal): Promise<{ challengeId: string }> {
    const { challengeId, notificationId } = await runCommand(runtime, makeCode, rawInput, principal)
    await notifier.tryNow(notificationId)
    return { challengeId }
  },
})

import { scriptBook } from '#domain/script/script.ts'
import { command, runCommand } from '../command.ts'
import { callOfNobody } from '../erased/nobody-on-file.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import { notificationJob } from '../notification/notification-job.ts'
import { procedure } from '../procedure.ts'
import { statedContactInput } from '../views/desk-inputs.ts'
import { codeRules } from './code-rules.ts'
import { statedContact } from './stated-contact.ts'
import { statedCodes } from './stated.ts'

/** How long the worker leaves a code to the process that made it, in ms. */
const leftToUsMs = 20_000

/** How long a stated contact stays sealed, in ms: long enough to look a document up while somebody waits. */
const sealedMs = 3_600_000

/**
 * Makes a one-time code for a contact that a caller states of whom nothing is on file. It is sent whether or not the
 * registry knows the contact, which is not even asked here: neither the agent nor the caller learns anything by it
 * (domain book §4, 11 and §5.4).
 */
export const makeStatedCode = command({
  name: 'verification.send_stated_code',
  permission: 'verification.send_code',
  input: statedContactInput,
  async run(context) {
    const { input, store, ids, now, channels } = context
    const call = await callOfNobody(context)
    const contact = { ...(await statedContact(store, input.contact)), locale: scriptBook(call.locale).locale }
    const byPhone = contact.type === 'phone'
    if (byPhone ? !channels.sms : !channels.email) throw invalidInput('input', { contact: 'contact_no_channel' })
    const earlier = statedCodes(await store.calls.verifications(call.id))
    if (earlier.length >= codeRules.perCall) throw preconditionFailed('too_many_codes', { call: call.id })
    for (const one of earlier) {
      if (one.outcome === 'pending') await store.calls.endVerification(one.id, 'superseded', now)
      await store.erasure.endSealedOf(one.id, 'contact')
    }
    const id = ids.uuid()
    const method = byPhone ? ('code_phone' as const) : ('code_email' as const)
    await store.erasure.seal({
      requestId: id, kind: 'contact', system: null, text: JSON.stringify(contact), expiresAt: now + sealedMs,
    })
    await store.calls.addVerification({
      id, callId: call.id, subjectId: call.id, method, identifierId: id, sentAt: now,
      expiresAt: now + codeRules.livesMs, tries: 0, outcome: 'pending',
    })
    const notificationId = ids.uuid()
    await store.notifications.add({
      id: notificationId,
      channel: byPhone ? 'sms' : 'email',
      template: 'one_time_code',
      locale: contact.locale,
      subjectId: null,
      identifierId: null,
      sealedId: id,
      requestId: null,
      verificationId: id,
      state: 'queued',
      createdAt: now,
      sentAt: null,
      fault: null,
    })
    const data = { verification: id, way: method, stated: true, notification: notificationId }
    return {
      value: { challengeId: id, notificationId },
      events: [{ what: 'verification.code_sent', call: call.id, data }],
      jobs: [{ ...notificationJob(notificationId), runAt: now + leftToUsMs }],
    }
  },
})

/** Makes such a code and sends it at once: somebody is on the line. */
export const sendStatedCode = procedure({
  name: 'verification.send_stated_code',
  async run({ runtime, notifier }, rawInput, principal): Promise<{ challengeId: string }> {
    const { challengeId, notificationId } = await runCommand(runtime, makeStatedCode, rawInput, principal)
    await notifier.tryNow(notificationId)
    return { challengeId }
  },
})

import { scriptBook } from '#domain/script/script.ts'
import { command, runCommand } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { notificationJob } from '../notification/notification-job.ts'
import { procedure } from '../procedure.ts'
import { sendCodeInput } from '../views/desk-inputs.ts'
import { addLink } from './add-link.ts'
import { beginChallenge } from './begin-challenge.ts'
import { codeGoesTo } from './code-goes-to.ts'
import { livePerson } from './live-person.ts'
import { leftToUsMs } from './send-code.ts'

/**
 * Makes a one-time link for a contact on file, by the rules of a code: nothing may speak against the contact, the
 * newest one counts, and it lives as long. Whoever opens it says in so many words whether it is them who calls. What a
 * caller states themselves is verified by a code alone.
 */
export const makeLink = command({
  name: 'verification.send_code',
  permission: 'verification.send_code',
  input: sendCodeInput,
  async run(context) {
    const { input, now } = context
    const { call, subject, about } = await livePerson(context, input.callId)
    const goesTo = await codeGoesTo(context, call, subject, { wayId: input.wayId, about })
    if (goesTo.check !== null) throw preconditionFailed('code_not_possible', about)
    const { verification, notification } = await beginChallenge(context, {
      call, about, subjectId: subject.id, method: goesTo.type === 'phone' ? 'link_phone' : 'link_email',
      identifierId: goesTo.id, type: goesTo.type, locale: scriptBook(goesTo.locale).locale, template: 'one_time_link',
    })
    await addLink(context, notification, { expiresAt: verification.expiresAt, about })
    return {
      value: { challengeId: verification.id, notificationId: notification.id },
      events: [{
        what: 'verification.link_sent',
        call: call.id,
        subjects: [subject.id],
        data: { verification: verification.id, way: verification.method, notification: notification.id },
      }],
      jobs: [{ ...notificationJob(notification.id), runAt: now + leftToUsMs }],
    }
  },
})

/** Makes a link and sends it at once: somebody is on the line. What fails here the worker tries again. */
export const sendLink = procedure({
  name: 'verification.send_link',
  async run({ runtime, notifier }, rawInput, principal): Promise<{ challengeId: string }> {
    const { challengeId, notificationId } = await runCommand(runtime, makeLink, rawInput, principal)
    await notifier.tryNow(notificationId)
    return { challengeId }
  },
})

import { scriptBook } from '#domain/script/script.ts'
import { command, runCommand, type CommandContext } from '../command.ts'
import type { AuditEvent } from '../event.ts'
import { notificationJob } from '../notification/notification-job.ts'
import { procedure } from '../procedure.ts'
import { sendCodeInput } from '../views/desk-inputs.ts'
import { beginChallenge } from './begin-challenge.ts'
import { codeGoesTo, type CodeGoesTo } from './code-goes-to.ts'
import { livePerson } from './live-person.ts'

/** How long the worker leaves a code or link to the process that made it, in ms: it is the safety net, not the way. */
export const leftToUsMs = 20_000

/**
 * Makes a one-time code for a contact on file, or for one that the caller stated for a check (domain book §5.4). A
 * contact that is fresh, shared or reported lost proves nothing, so no code goes there.
 * The code itself is derived where it is sent and where it is checked, and stored nowhere.
 */
export const makeCode = command({
  name: 'verification.send_code',
  permission: 'verification.send_code',
  input: sendCodeInput,
  async run(context) {
    const { input, now } = context
    const { call, subject, about } = await livePerson(context, input.callId)
    const goesTo = await codeGoesTo(context, call, subject, { wayId: input.wayId, about })
    const { verification, notification } = await beginChallenge(context, {
      call, about, subjectId: subject.id, method: goesTo.method, identifierId: goesTo.id, type: goesTo.type,
      locale: scriptBook(goesTo.locale).locale, template: 'one_time_code',
    })
    const party = await partyOf(context, call.id, goesTo)
    return {
      value: { challengeId: verification.id, notificationId: notification.id },
      events: [
        {
          what: 'verification.code_sent',
          call: call.id,
          subjects: [subject.id],
          data: { verification: verification.id, way: verification.method, notification: notification.id },
        },
        ...party,
      ],
      jobs: [{ ...notificationJob(notification.id), runAt: now + leftToUsMs }],
    }
  },
})

/** A representative who calls again is a party of this call too. */
async function partyOf(
  { store, ids, now }: Pick<CommandContext<unknown>, 'store' | 'ids' | 'now'>,
  callId: string,
  { check }: CodeGoesTo,
): Promise<AuditEvent[]> {
  if (check?.kind !== 'authority') return []
  const { subjectId, capacity, reference } = check
  if ((await store.calls.parties(callId)).some((one) => one.subjectId === subjectId)) return []
  await store.calls.addParty({ id: ids.uuid(), callId, role: 'representative', subjectId, reference, addedAt: now })
  const data = { role: 'representative', capacity, check: check.id }
  return [{ what: 'call.party_added', call: callId, subjects: [subjectId], data }]
}

/** Makes a code and sends it at once: somebody is on the line. What fails here the worker tries again. */
export const sendCode = procedure({
  name: 'verification.send_code',
  async run({ runtime, notifier }, rawInput, principal): Promise<{ challengeId: string }> {
    const { challengeId, notificationId } = await runCommand(runtime, makeCode, rawInput, principal)
    await notifier.tryNow(notificationId)
    return { challengeId }
  },
})

import { levelToCancel } from '#domain/request/assurance-needed.ts'
import { z } from 'zod'
import { command } from '../command.ts'
import { preconditionFailed } from '../errors.ts'
import { caseByCode, OnCase } from '../request/act-on-case.ts'
import { levelsInCall } from '../request/levels-in-call.ts'
import { isToBeFetched } from './copy-behind.ts'
import { copyPlace } from './copy-place.ts'
import { writeCopyLink } from './write-copy-link.ts'

/**
 * The person, verified on the line, did not get the link or lost it: another one goes to a contact on file, and the one
 * before it opens nothing any more. The days to fetch the copy stay what they were.
 */
export const sendCopyAgain = command({
  name: 'access.send_again',
  permission: 'access.send_again',
  input: OnCase.extend({ callId: z.uuid() }),
  async run(context) {
    const { input, store, ids, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const { request } = stored
    const about = { case: request.caseCode, call: input.callId }
    const levels = await levelsInCall(context, input.callId)
    const isSure = request.subjects.every(({ subjectId }) => (levels.get(subjectId) ?? 0) >= levelToCancel)
    if (!isSure || request.subjects.length === 0) throw preconditionFailed('level_too_low', about)
    if (!isToBeFetched(request, now)) throw preconditionFailed('copy_not_sent', about)
    const [last] = await store.copies.ofRequest(request.id)
    const message = last === undefined ? null : await store.notifications.get(last.id)
    const back = message?.state === 'bounced' || message?.state === 'failed' ? message.identifierId : null
    const place = (back === null ? null : await copyPlace(context, stored, back)) ?? (await copyPlace(context, stored))
    if (place === null) throw preconditionFailed('nowhere_to_send', about)
    const { event, job } = await writeCopyLink(context, stored, place, ids.uuid())
    return {
      value: { caseCode: request.caseCode, channel: place.channel },
      events: [{ ...event, call: input.callId }],
      jobs: [job],
    }
  },
})

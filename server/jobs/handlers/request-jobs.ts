import { isBeforeExecuting } from '#domain/request/states.ts'
import { AppError, notFound } from '#usecases/errors.ts'
import { meetChangedHold } from '#usecases/hold/meet-changed-hold.ts'
import { sendCopyLink } from '#usecases/access/send-copy-link.ts'
import { hastenAccess } from '#usecases/request/hasten-access.ts'
import { openByWithdrawal } from '#usecases/request/open-by-withdrawal.ts'
import { openOptOut } from '#usecases/request/open-opt-out.ts'
import { submitConfirmed } from '#usecases/request/submit-confirmed.ts'
import { submitOpenedBySystem } from '#usecases/request/submit-opened-by-system.ts'
import { ArrivedPayload, HastenPayload, HoldPayload, OptOutPayload, RequestPayload } from '../payload.ts'
import { NotYet } from '../not-yet.ts'
import type { JobHandler, JobHandlers } from '../run-job.ts'

const worker = { kind: 'system', id: 'worker' } as const

/** What needs nobody else any more: its plan, and the submit. */
const planAndSubmit: JobHandler = {
  async run({ desk }, payload) {
    const { request: requestId } = RequestPayload.parse(payload)
    await desk.planner.plan(requestId)
    await desk.command(submitOpenedBySystem, { requestId }, worker)
  },
}

/** Jobs that move requests: what arrived from outside, and what one request means for another. */
export const requestHandlers: JobHandlers = {
  'consent.withdrawal_arrived': {
    async run({ desk }, payload) {
      const { subject, purpose, event } = ArrivedPayload.parse(payload)
      const arrived = { subjectId: subject, purpose, eventId: event }
      const { opened } = await desk.command(openByWithdrawal, arrived, worker)
      for (const requestId of opened) {
        await desk.planner.plan(requestId)
        await desk.command(submitOpenedBySystem, { requestId }, worker)
      }
    },
  },
  'request.opt_out': {
    async run({ desk }, payload) {
      const { subjects, purpose, call: callId, at } = OptOutPayload.parse(payload)
      for (const subjectId of subjects) {
        const { requestId } = await desk.command(openOptOut, { subjectId, purpose, callId, at }, worker)
        if (requestId === null) continue
        await desk.planner.plan(requestId)
        await desk.command(submitOpenedBySystem, { requestId }, worker)
      }
    },
  },
  // Whoever it is about said by a link that they asked for it.
  'request.confirmed': {
    async run({ desk }, payload) {
      const { request: requestId } = RequestPayload.parse(payload)
      await desk.planner.plan(requestId)
      try {
        await desk.command(submitConfirmed, { requestId }, worker)
      } catch (fault) {
        // The machine refuses it (nothing in it is void): that is on record, and the case stays with its clock.
        if (!(fault instanceof AppError && fault.code === 'precondition_failed')) throw fault
      }
    },
  },
  'request.objection_heard': planAndSubmit,
  'request.opt_out_in_writing': planAndSubmit,
  'request.objection_upheld': {
    async run({ desk }, payload) {
      const { request: requestId } = RequestPayload.parse(payload)
      const stored = await desk.runtime.unitOfWork.read((store) => store.requests.byId(requestId))
      if (stored === null) throw notFound('request')
      // Upheld before the window is over: another plan, without a mark. Later two supervisors find it was in error: the
      // case stands on their list of objections until they did.
      if (isBeforeExecuting(stored.request.state)) await desk.planner.plan(requestId)
    },
  },
  'request.plan_anew': {
    async run({ desk }, payload) {
      await desk.planner.plan(RequestPayload.parse(payload).request)
    },
  },
  'request.hasten': {
    async run({ desk }, payload) {
      const { request, until } = HastenPayload.parse(payload)
      await desk.command(hastenAccess, { requestId: request, until }, worker)
    },
  },
  'access.send_link': {
    async run({ desk }, payload) {
      const { again } = await desk.command(sendCopyLink, { requestId: RequestPayload.parse(payload).request }, worker)
      if (again !== null) throw new NotYet('contact_for_copy', again)
    },
  },
  'hold.changed': {
    async run({ desk }, payload) {
      const { hold, subject } = HoldPayload.parse(payload)
      await desk.command(meetChangedHold, { holdId: hold, subjectId: subject }, worker)
    },
  },
}
